/* Leave at once: the button replaces this page, so that Back does not return to it; Shift three times within five seconds
   does the same. The history of the browser is not cleared: the page about the button says so. */
(() => {
  const button = document.querySelector("[data-st-exit]")
  if (!button) return
  document.documentElement.classList.add("st-has-exit")
  const leave = () => {
    const blank = document.body.appendChild(document.createElement("div"))
    blank.className = "st-blank"
    document.title = "Loading"
    location.replace(button.href)
  }
  button.addEventListener("click", event => { event.preventDefault(); leave() })
  let times = []
  addEventListener("keyup", event => {
    if (event.key !== "Shift") { times = []; return }
    times = [...times.filter(time => event.timeStamp - time < 5000), event.timeStamp]
    if (times.length > 2) leave()
  })
})()
