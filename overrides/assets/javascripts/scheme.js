/* Light, dark, or as the reader's system has it. Remembered on this device alone, under one word; no cookie. */
(() => {
  const root = document.documentElement
  const dark = window.matchMedia("(prefers-color-scheme: dark)")
  const kept = () => { try { return localStorage.getItem("st-scheme") } catch { return null } }
  const keep = word => { try { localStorage.setItem("st-scheme", word) } catch { /* private window: for this page only */ } }
  const isDark = () => root.dataset.mdColorScheme ? root.dataset.mdColorScheme === "slate" : dark.matches
  if (kept()) root.dataset.mdColorScheme = kept() === "dark" ? "slate" : "default"
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".st-scheme")
    if (!button) return
    const name = () => { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours") }
    button.hidden = false
    name()
    dark.addEventListener("change", name)
    button.addEventListener("click", () => {
      const next = isDark() ? "light" : "dark"
      root.dataset.mdColorScheme = next === "dark" ? "slate" : "default"
      keep(next)
      name()
    })
  })
})()
