// Puts the page together, in the language and with the choices that the address names.
const page = document.getElementById("page");
const fronts = new Map([[shown.language, [...page.childNodes]]]);
for (const template of document.querySelectorAll("template[data-language]")) {
  fronts.set(template.dataset.language, [...template.content.cloneNode(true).childNodes]);
}
let choices = {};
/** What one finds one's own by. */
const FIND = ["addressee", "owner", "theme", "adviser"];
const openParts = new Set(["figures", "recommendations"]);

function whole() {
  page.replaceChildren(...fronts.get(shown.language));
  document.documentElement.lang = shown.language;
  document.title = say(data.title);
  // The foot of every page on paper.
  document.documentElement.style.setProperty("--foot", JSON.stringify(`${say(data.title)}. ${say(data.sentence)}`));
  fillers.clear();
  tables = 0;
  choices = {
    flow: choosing("flow", flowOf, firstTheme()),
    matrix: choosing("matrix", (choice) => matrixOf(idsOf(choice)), firstTheme()),
  };
  listings.clear();
  page.querySelector("#sections").replaceChildren(...data.groups.map(group));
  current();
  finding(page.querySelector("#find"));
  appear(document.documentElement.dataset.theme);
  readAhead([...cards.values()].reverse());
}

/** What concerns a reader: each choice leads to the recommendations that it leaves. */
function finding(form) {
  if (form.dataset.ready) return; // a language that was shown before
  form.dataset.ready = "yes";
  const list = listOf("recommendations");
  for (const name of FIND) {
    const facet = list.facets.find((one) => one[0] === name);
    if (!facet || !here(facet[2]).length) continue;
    form.querySelector("button").before(make("label", {}, capital(say(facet[1])), select(facet, "choose")));
  }
  // On a button and not on a choice, through which the arrow keys of a keyboard walk.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const name of FIND) choose(`recommendations.${name}`, [form.elements[name]?.value]);
    openPart("recommendations");
    listings.get("recommendations").read();
    listings.get("recommendations").apply();
    goTo("recommendations");
    show();
  });
}

/** What stands under one head. */
function group([id, title, names]) {
  const parts = data.sections.filter((one) => names.includes(one.id));
  const head = parts.length > 1 ? make("h2", { id: `h-${id}` }, say(title)) : null;
  return make("section", { id, class: "group", tabindex: -1, "aria-labelledby": head ? `h-${id}` : null },
    head, parts.map((one) => section(one, head ? "h3" : "h2")));
}

/** Marks in the contents where one is; the way up shows to who scrolls back. */
let before = 0;
function current() {
  const groups = [...page.querySelectorAll(".group")];
  const back = window.scrollY < before;
  before = window.scrollY;
  page.querySelector(".up").hidden = window.scrollY < window.innerHeight || !back;
  const here = groups.findLast((one) => one.getBoundingClientRect().top < window.innerHeight / 3);
  for (const link of page.querySelectorAll("#contents a")) {
    if (here && link.hash === `#${here.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** A section, which is filled when it is first opened. */
function section(one, level) {
  one.base = level === "h2" ? 3 : 4;
  const details = make("details", { class: "part" },
    make("summary", {}, make(level, { id: `h-${one.id}` }, say(one.title))));
  const body = make("div", { class: "inside" });
  details.append(body);
  details.fill = () => {
    if (!body.childNodes.length) body.append(...inside(one));
  };
  details.addEventListener("toggle", () => {
    if (details.open) { openParts.add(one.id); details.fill(); } else openParts.delete(one.id);
  });
  if (openParts.has(one.id)) { details.open = true; details.fill(); }
  return make("section", { id: one.id, tabindex: -1, "aria-labelledby": `h-${one.id}` }, details);
}

function inside(one) {
  if (one.cards) return listing(one);
  if (one.note === undefined) return [...chart(one), ...foldingTable(one, blocks(one.blocks, say(one.title), one.base))];
  choices[one.id].show();
  return [make("p", { class: "soft" }, say(one.note)), ...choices[one.id].elements];
}

/** Of a part whose tables are folded what is said and named stands open. */
function foldingTable(one, made) {
  if (!one.folded) return made;
  const at = made.findIndex((element) => element.matches(".framed")), after = made.findIndex((element, place) => place > at && element.matches("h3,h4"));
  if (at < 0) return made;
  const end = after < 0 ? made.length : after;
  return [...made.slice(0, at), make("details", {}, make("summary", {}, word("table", { what: say(one.title) })), made.slice(at, end)), ...made.slice(end)];
}

/** Opens a section, so that what is in it can be shown. */
function openPart(id) {
  const details = document.getElementById(id)?.querySelector("details.part");
  if (id === "how") document.getElementById("how").open = true;
  if (details) { details.open = true; details.fill(); }
}

function chart(one) {
  if (!one.pictures.length) return [];
  const drawn = one.pictures.map((text) => document.importNode(new DOMParser().parseFromString(say(text), "image/svg+xml").documentElement, true));
  return [framed("chart", word("picture", { what: say(one.title) }), ...drawn)];
}

/** Opens and shows what the address names, whatever the filter. */
function show() {
  const card = cards.get(state.target);
  openPart(card ? card.list.id : state.target);
  if (card) {
    opened.add(card.id);
    listings.get(card.list.id).apply();
    listings.get(card.list.id).show(card);
  }
  const element = state.target && document.getElementById(card ? `card-${card.id}` : state.target);
  page.querySelector("#missing")?.remove();
  if (!element) {
    if (state.target) {
      page.querySelector("#main").prepend(make("p", { id: "missing", class: "notice", role: "status" }, word("missing", { what: state.target })));
    }
    return;
  }
  if (card) element.open = true;
  land(element);
}

/** Brings something to the top, and the keyboard with it. */
function land(element) {
  const head = element.matches(".card") ? element.querySelector("summary") : element;
  head.focus({ preventScroll: true });
  element.scrollIntoView({ block: "start" });
}

function speak(language) {
  shown.language = language;
  whole();
}

function appear(theme) {
  document.documentElement.dataset.theme = theme;
  for (const button of page.querySelectorAll("[data-appearance]")) button.setAttribute("aria-pressed", String(button.dataset.appearance === theme));
  for (const button of page.querySelectorAll("[data-switch]")) button.setAttribute("aria-pressed", String(button.dataset.switch === shown.language));
}

/** The page as the address names it. */
function follow() {
  readAddress();
  const language = chosen("lang")[0];
  if (data.languages.includes(language) && language !== shown.language) speak(language);
  else {
    for (const one of listings.values()) { one.read(); one.apply(); }
    for (const one of Object.values(choices)) one.show();
  }
  show();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.switch) {
    choose("lang", [button.dataset.switch]);
    speak(button.dataset.switch);
    page.querySelector(`[data-switch="${button.dataset.switch}"]`).focus();
  }
  if (button?.dataset.copy) copy(button.dataset.copy, button);
  if (button?.dataset.sheet) {
    const list = listOf(button.dataset.sheet);
    download(say(list.title), rowsOf(list));
  }
  if (button?.dataset.appearance) appear(button.dataset.appearance);
  if (button?.dataset.flow) {
    choose("flow", [`record:${button.dataset.flow}`]);
    choices.flow.show();
    goTo("flow");
    show();
  }
  const link = event.target.closest('a[href^="#"]');
  if (!link || link.hash.includes("?") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.dataset.state) {
    choose("recommendations.state", [link.dataset.state]);
    openPart("recommendations");
    listings.get("recommendations").read();
    listings.get("recommendations").apply();
  }
  goTo(decoded(link.hash.slice(1)));
  show();
  if (link.classList.contains("skip")) document.getElementById("main").focus();
});
window.addEventListener("hashchange", follow);
window.addEventListener("scroll", () => requestAnimationFrame(current), { passive: true });

// Paper has no scroll: of the sections that are open all is there; of a list what is shown, a line an
// item, and with its explanation where that was chosen.
let closed = [];
window.addEventListener("beforeprint", () => {
  for (const one of page.querySelectorAll("details.part[open]")) one.fill();
  for (const one of [...fillers]) one.all();
  closed = [...page.querySelectorAll("details:not([open]):not(.part)")].filter((one) => !one.closest(".part:not([open])") && (!one.matches(".card") ? !one.closest(".card") : listings.get(cards.get(one.id.slice(5)).list.id).explained()));
  for (const one of closed) {
    one.open = true;
    if (one.matches(".card")) tell(one, cards.get(one.id.slice(5)), []);
    one.dispatchEvent(new Event("toggle"));
  }
});
window.addEventListener("afterprint", () => { for (const one of closed) one.open = false; });

readAddress();
if (data.languages.includes(chosen("lang")[0])) shown.language = chosen("lang")[0];
whole();
if (state.target) show();
