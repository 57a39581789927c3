// A list of cards, with what they are filtered by.
const listings = new Map();
/** So many are seen at a glance, and need no search. */
const FEW = 20;

function listing(list) {
  const key = (name) => `${list.id}.${name}`;
  const box = make("div", { class: "cards" });
  const count = make("p", { class: "count", role: "status" });
  const reset = make("button", { type: "button", class: "light" }, word("reset"));
  const nothing = make("p", { class: "notice" }, word("nothing"));
  const form = make("form", { class: "filters", role: "search", "aria-label": word("filter", { what: say(list.title) }) },
    make("label", {}, word("search"), make("input", { type: "search", name: "search", autocomplete: "off" })),
    list.facets.map((facet) => control(facet)), sorting(list));
  form.hidden = !list.facets.length && list.cards.length <= FEW;
  const explained = make("input", { type: "checkbox" });
  const kin = make("p", { class: "kin" });
  let now = [], filler = null;

  function read() {
    form.elements.search.value = chosen(key("search"))[0] ?? "";
    if (form.elements.sort) form.elements.sort.value = chosen(key("sort"))[0] ?? "";
    for (const [name, , options] of list.facets) {
      const values = chosen(key(name));
      if (name === "state") for (const [value] of options) form.querySelector(`[value="${CSS.escape(value)}"]`).checked = values.includes(value);
      else form.elements[name].value = values[0] ?? "";
    }
  }

  function apply() {
    const words = wanted(chosen(key("search"))[0] ?? "");
    const asked = list.facets.map(([name]) => [name, chosen(key(name))]).filter((one) => one[1].length);
    now = list.cards.filter((card) =>
      asked.every(([name, values]) => values.some((value) => card.facets[name]?.includes(value))) &&
      words.every((one) => holds(story(card), one)));
    const order = ORDERS[chosen(key("sort"))[0]];
    if (order) now.sort(order);
    if (words.length) {
      const first = new Set(now.filter((card) => words.every((one) => holds(plainly(say(card.title)), one))));
      now = [...first, ...now.filter((card) => !first.has(card))];
    }
    const target = cards.get(state.target);
    const outside = target?.list === list && !now.includes(target) ? target : null;
    if (filler) filler.end();
    box.replaceChildren();
    if (outside) box.append(make("p", { class: "notice" }, word("outside")), cardOf(outside, []));
    filler = fill(box, now, (card) => cardOf(card, words));
    count.textContent = word("shown", { n: number(now.length), of: number(list.cards.length) });
    reset.hidden = !words.length && !asked.length;
    nothing.hidden = now.length > 0;
    kin.replaceChildren(...kinOf(list, chosen(key("addressee"))[0]));
  }

  form.addEventListener("input", () => {
    const said = new FormData(form);
    if (cards.get(state.target)?.list !== list) state.target = list.id;
    for (const name of ["search", "sort", ...list.facets.map((facet) => facet[0])]) choose(key(name), said.getAll(name));
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => {
    for (const name of ["search", ...list.facets.map((facet) => facet[0])]) choose(key(name), []);
    read();
    apply();
    form.elements.search.focus();
  });
  listings.set(list.id, {
    read, apply,
    show(card) { if (now.includes(card)) filler.through(now.indexOf(card)); },
    explained: () => explained.checked,
  });
  const sheet = sheetButton(say(list.title), () => rowsOf(list, now));
  read();
  apply();
  return [...blocks(list.about, say(list.title), list.base), form, make("p", { class: "bar-of-list" }, count, reset, sheet, make("label", { class: "on-paper" }, explained, " ", word("print_all"))), kin, nothing, box];
}

/** Where more stands for who looks under an organisation: under what it was called, and its level. */
function kinOf(list, addressee) {
  const keys = (list.id === "recommendations" && data.net.kin[addressee]) || [];
  if (!keys.length) return [];
  const called = new Map(optionsOf("addressee").map(([value, text]) => [value, say(text)]));
  const links = keys.flatMap((one, at) => [at ? "; " : "",
    make("a", { href: `#recommendations?recommendations.addressee=${encodeURIComponent(one)}` }, called.get(one)),
    ` (${number(list.cards.filter((card) => card.facets.addressee.includes(one)).length)})`]);
  const [before, after] = word("kin", { what: "\u0000" }).split("\u0000");
  return [before, ...links, after];
}

/** By what a list can be sorted: what is open first and the oldest of it, who asked, the theme. */
const ORDERS = {
  open: (one, other) => (one.role !== "gap") - (other.role !== "gap") || one.since.localeCompare(other.since) || one.at - other.at,
  adviser: (one, other) => here(one.row).map(say)[1].localeCompare(here(other.row).map(say)[1], shown.language) || one.at - other.at,
  theme: (one, other) => themeOf(one) - themeOf(other) || one.at - other.at,
};

function themeOf(card) {
  const options = optionsOf("theme");
  const at = options.findIndex(([value]) => value === card.facets.theme[0]);
  return at < 0 ? options.length : at;
}

function sorting(list) {
  if (!list.cards.some((card) => card.row)) return null;
  return make("label", {}, capital(word("sort")), make("select", { name: "sort" }, make("option", { value: "" }, word("sort_catalogue")),
    Object.keys(ORDERS).map((name) => make("option", { value: name }, word(`sort_${name}`)))));
}

/** Cards of a list as the rows of a sheet: what the page says, and behind it the codes. */
function rowsOf(list, listed = list.cards) {
  const called = list.facets.map(([name, , options]) => [name, new Map(here(options).map(([value, text]) => [value, say(text)]))]);
  const values = (card, name) => card.facets[name] ?? [];
  return [
    [word("id"), word("title"), say(list.badge), ...list.facets.map((one) => say(one[1])), ...here(list.sheet).map(say),
      ...list.facets.map((one) => word("code", { what: say(one[1]) }))],
    ...listed.map((card) => [card.id, say(card.title), say(card.badge),
      ...called.map(([name, words]) => values(card, name).map((one) => words.get(one) ?? one).join("; ")),
      ...(card.row ? here(card.sheet).map(say) : here(list.sheet).map(() => "")),
      ...called.map(([name]) => values(card, name).join("; "))]),
  ];
}

/** The values of a facet to choose one of. */
function select([name, , options], empty) {
  return make("select", { name }, make("option", { value: "" }, word(empty)),
    here(options).map(([value, text]) => make("option", { value }, say(text))));
}

function control(facet) {
  const [name, label, options] = facet, title = capital(say(label));
  if (name !== "state") return make("label", {}, title, select(facet, "all"));
  return make("fieldset", {}, make("legend", {}, title), options.map(([value, text]) =>
    make("label", { class: `choice ${value}` }, make("input", { type: "checkbox", name, value }), say(text))));
}
