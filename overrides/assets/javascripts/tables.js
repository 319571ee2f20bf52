/* Tables of many rows sort by any column and can be filtered. Without this script they stand in the order of the paper. */
(() => {
  const FEW = 8
  const worth = cell => {
    const text = cell?.textContent.trim() ?? ""
    const number = Number(text.replace(/[£,%\s]/g, "").replace("−", "-").replace(/\[.*/, ""))
    return text && !Number.isNaN(number) ? number : text.toLowerCase()
  }
  const order = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : typeof a === "number" ? -1 : typeof b === "number" ? 1 : a.localeCompare(b)
  let count = 0
  for (const table of document.querySelectorAll("table.st-sortable")) {
    const body = table.tBodies[0]
    const rows = [...body.rows]
    if (rows.length < FEW) continue
    table.tHead.querySelectorAll("th").forEach(head => {
      const column = head.cellIndex
      const button = document.createElement("button")
      button.type = "button"
      button.className = "st-sort"
      button.append(...head.childNodes)
      head.append(button)
      button.addEventListener("click", () => {
        const way = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending"
        table.tHead.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"))
        head.setAttribute("aria-sort", way)
        const sorted = [...rows].sort((a, b) => order(worth(a.cells[column]), worth(b.cells[column])) * (way === "ascending" ? 1 : -1))
        body.append(...sorted)
      })
    })
    const key = `st-rows-${++count}`
    const label = Object.assign(document.createElement("label"), { htmlFor: key, textContent: "Show rows with" })
    const field = Object.assign(document.createElement("input"), { id: key, type: "search", className: "st-field", autocomplete: "off" })
    const said = document.createElement("span")
    said.setAttribute("role", "status")
    const tools = document.createElement("p")
    tools.className = "st-rowfilter"
    tools.append(label, field, said)
    field.addEventListener("input", () => {
      const words = field.value.trim().toLowerCase()
      rows.forEach(row => { row.hidden = !row.textContent.toLowerCase().includes(words) })
      said.textContent = words ? `${rows.filter(row => !row.hidden).length} of ${rows.length} rows` : ""
    })
    table.closest(".st-scroll").before(tools)
  }
})()
