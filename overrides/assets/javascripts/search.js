/* Search with Pagefind, in a dialog over every page and on the search page. The words stay in this browser: they enter no
   address, no history and no storage. Without this script the field leads to the search page, which lists everything. */

const root = new URL(document.getElementById("st-search-script").dataset.root, document.baseURI)
const FIRST = 12
const ORDER = ["Figure", "Ward", "Outcome", "Priority", "Objective", "Strategy", "Commitments", "Freedom of Information answer", "Meeting", "Page of a paper", "Paper", "About", "List"]
const PLURAL = { Figure: "Figures", Ward: "Wards", Outcome: "Outcomes", Priority: "Priorities", Objective: "Objectives", Strategy: "Strategies", Meeting: "Meetings", "Page of a paper": "Pages of papers", Paper: "Papers", List: "Lists", "Freedom of Information answer": "Freedom of Information answers", About: "About this site" }

let engine
const load = () => engine ??= import(new URL("pagefind/pagefind.js", root)).then(async pagefind => {
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 28 })
  await pagefind.init()
  await pagefind.filters()
  return pagefind
})

const make = (tag, given = {}, ...inside) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(given)) name in made && name !== "list" ? made[name] = value : made.setAttribute(name, value)
  made.append(...inside)
  return made
}

/* Pagefind's excerpts are text with <mark> in it: only that tag is taken over. */
const marked = excerpt => {
  const whole = document.createDocumentFragment()
  const plain = text => Object.assign(document.createElement("textarea"), { innerHTML: text }).value
  excerpt.split(/(<mark>.*?<\/mark>)/s).forEach(piece => {
    const found = piece.match(/^<mark>(.*)<\/mark>$/s)
    whole.append(found ? make("mark", {}, plain(found[1])) : plain(piece))
  })
  return whole
}

/* For a word it does not know Pagefind looks for ever shorter beginnings of it, down to one letter. A result is meant when
   a marked word or the title shares its first letters with a word that was asked for. */
const letters = text => text.toLowerCase().normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "")
const meant = (result, words) => {
  const beginnings = words.split(/\s+/).map(letters).filter(Boolean).map(word => word.slice(0, 4))
  const marked = [result, ...result.sub_results].flatMap(one => [...one.excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map(found => letters(found[1])))
  return !beginnings.length || beginnings.some(beginning => [...marked, ...result.meta.title.split(/\s+/).map(letters)].some(word => word.includes(beginning)))
}

/* Words of questions that say nothing of what is sought. */
const ASKING = new Set(("a about actually an and any are as at be been better by can could did do does doing for from get gets getting go going had happen happened happening has have how i if in is it its kept made many me more much my near of on or our please promise promised promises really said say says should so some tell than that the their them there they this to up us was we were what when where which who why will with worse would you your").split(" "))

/* What is looked for in turn until something is found: the words that name a thing, then ever fewer of them. */
const tries = words => {
  if (/["“”]/.test(words)) return [words]
  const telling = words.split(/\s+/).map(word => word.replace(/[?!,;:.]+$/, "")).filter(word => letters(word) && !ASKING.has(letters(word)))
  return telling.length ? telling.slice(0, 6).map((_, left) => telling.slice(0, telling.length - left).join(" ")) : [words]
}

const hit = result => {
  const paper = result.meta.paper || ""
  const pages = result.sub_results.filter(sub => /#page-\d+$/.test(sub.url))
  const where = [result.meta.kind, result.meta.page && `${paper}, ${result.meta.page}` || paper].filter(Boolean).join(" · ")
  const entry = (title, url, excerpt, below) => make("li", {},
    make("h3", {}, make("a", { href: url }, title)),
    make("p", {}, ...(typeof excerpt === "string" && excerpt.includes("<mark>") ? [marked(excerpt)] : [marked(excerpt || "")])),
    make("p", { className: "st-small" }, below))
  if (result.meta.kind === "Page of a paper" && pages.length) {
    return pages.slice(0, 3).map(sub => entry(`${result.meta.title}, ${sub.title.toLowerCase()}`, sub.url, sub.excerpt, where))
  }
  return [entry(result.meta.title, result.url, result.meta.lede && !result.excerpt.includes("<mark>") ? result.meta.lede : result.excerpt, where)]
}

let count = 0
class Search {
  constructor (place) {
    const key = `st-search-${++count}`
    this.shown = FIRST
    this.turn = 0
    this.input = make("input", { className: "st-field", id: key, type: "search", autocomplete: "off", "aria-describedby": `${key}-hint` })
    this.status = make("p", { role: "status", "aria-live": "polite" })
    this.filters = make("div", { className: "st-filterbox" })
    this.hits = make("div", { className: "st-hitlist" })
    this.more = make("button", { className: "st-button st-button--quiet", type: "button", hidden: true }, "Show more results")
    this.details = make("details", { className: "st-narrow" }, make("summary", {}, "Narrow the results"), this.filters)
    this.details.hidden = true
    const form = make("form", { role: "search", "aria-label": "Promises, figures and papers", className: "st-searchform" },
      make("label", { htmlFor: key, className: "st-searchlabel" }, "Search promises, figures and papers"),
      make("div", { className: "st-searchbox" }, this.input, make("button", { className: "st-button" }, "Search")),
      make("p", { className: "st-hint", id: `${key}-hint` }, "A word, a name or a figure as printed. “Words in quotes” are found exactly."))
    form.addEventListener("submit", event => { event.preventDefault(); this.begin() })
    this.input.addEventListener("input", () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.begin(), 250) })
    this.filters.addEventListener("change", () => this.begin())
    this.more.addEventListener("click", () => { const from = this.shown; this.shown += FIRST; this.run().then(() => this.hits.querySelectorAll("li a")[from]?.focus()) })
    place.append(form, make("div", { className: "st-tools" }, this.status), this.details, this.hits, this.more)
  }

  begin () { this.shown = FIRST; return this.run() }

  chosen () {
    const found = {}
    for (const box of this.filters.querySelectorAll("input:checked")) (found[box.name] ??= { any: [] }).any.push(box.value)
    return found
  }

  async run () {
    const turn = ++this.turn
    const words = this.input.value.trim()
    if (!words) { this.status.textContent = ""; this.hits.replaceChildren(); this.more.hidden = true; this.details.hidden = true; return }
    let found, results, sought, fewer
    try {
      const pagefind = await load()
      const filters = this.chosen()
      const asked = tries(words)
      for (sought of asked) {
        // The index has figures without signs: "£1.46m" stands in it as 1.46m.
        found = await pagefind.search(sought.replace(/[£$€%]/g, " ").trim() || sought, { filters })
        results = (await Promise.all(found.results.slice(0, this.shown).map(result => result.data()))).filter(result => meant(result, sought))
        if (results.length || turn !== this.turn) break
      }
      fewer = sought !== asked[0]
    } catch {
      this.status.textContent = "The search could not be loaded. The lists of figures, priorities and papers work without it."
      return
    }
    if (turn !== this.turn) return
    const number = results.length ? found.results.length : 0
    const told = `${number} ${number === 1 ? "result" : "results"} for “${sought}”`
    this.status.textContent = !number ? `Nothing was found for “${words}”. Try fewer or other words.` : fewer ? `No page has all of these words. ${told}` : told
    this.narrow(found.filters)
    const groups = new Map()
    for (const result of results) {
      const kind = result.meta.kind || "About"
      if (!groups.has(kind)) groups.set(kind, [])
      groups.get(kind).push(...hit(result))
    }
    const rank = kind => ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length
    this.hits.replaceChildren(...[...groups].sort((a, b) => rank(a[0]) - rank(b[0])).map(([kind, items]) =>
      make("section", {}, make("h2", { className: "st-group" }, PLURAL[kind] || kind), make("ul", { className: "st-hits" }, ...items))))
    this.more.hidden = number <= this.shown
  }

  narrow (counts) {
    const kept = new Set([...this.filters.querySelectorAll("input:checked")].map(box => `${box.name}:${box.value}`))
    const focus = document.activeElement?.matches?.(".st-filterbox input") ? `${document.activeElement.name}:${document.activeElement.value}` : ""
    const names = { kind: "Kind", paper: "Paper" }
    this.filters.replaceChildren(...Object.keys(names).filter(name => counts[name]).map(name => make("fieldset", {},
      make("legend", {}, names[name]),
      ...Object.entries(counts[name]).filter(([value, number]) => number || kept.has(`${name}:${value}`)).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 12).map(([value, number]) => {
        const box = make("input", { type: "checkbox", name, value })
        box.checked = kept.has(`${name}:${value}`)
        return make("label", { className: "st-check" }, box, make("span", {}, value), make("small", {}, String(number)))
      }))))
    this.details.hidden = !this.filters.childElementCount
    if (focus) [...this.filters.querySelectorAll("input")].find(box => `${box.name}:${box.value}` === focus)?.focus()
  }
}

for (const place of document.querySelectorAll("[data-st-search]")) new Search(place).input.focus()

let dialog, search
const open = words => {
  if (!dialog) {
    const close = make("button", { className: "st-button st-button--quiet", type: "button" }, "Close search")
    const inside = make("div", { className: "st-searchdialog__inside" }, close)
    dialog = make("dialog", { className: "st-searchdialog", "aria-label": "Search" }, inside)
    document.body.append(dialog)
    search = new Search(inside)
    close.addEventListener("click", () => dialog.close())
    dialog.addEventListener("click", event => { if (event.target === dialog || event.target.closest?.("a")) dialog.close() })
  }
  dialog.showModal()
  search.input.value = words
  search.input.focus()
  return search.begin()
}
for (const form of document.querySelectorAll("[data-st-search-opener]")) {
  const field = form.querySelector("input")
  form.addEventListener("submit", event => {
    event.preventDefault()
    const place = document.querySelector("[data-st-search] input")
    if (place) { place.value = field.value; place.form.requestSubmit(); place.focus() } else open(field.value)
    field.value = ""
  })
}
