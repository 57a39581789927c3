// A list of cards, with what they are filtered by.
const listings = new Map();

function listing(list) {
  const key = (name) => `${list.id}.${name}`;
  const box = make("div", { class: "cards" });
  const count = make("p", { class: "count", role: "status" });
  const reset = make("button", { type: "button", class: "light" }, word("reset"));
  const nothing = make("p", { class: "notice" }, word("nothing"));
  const form = make("form", { class: "filters", role: "search", "aria-label": word("filter", { what: say(list.title) }) },
    make("label", {}, word("search"), make("input", { type: "search", name: "search", autocomplete: "off" })),
    list.facets.map((facet) => control(facet)));
  let now = [], filler = null;

  function read() {
    form.elements.search.value = chosen(key("search"))[0] ?? "";
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
      (!words.length || words.every((one) => story(card).includes(one))));
    const target = cards.get(state.target);
    const outside = target?.list === list && !now.includes(target) ? target : null;
    if (filler) filler.end();
    box.replaceChildren();
    if (outside) box.append(make("p", { class: "notice" }, word("outside")), cardOf(outside, []));
    filler = fill(box, now, (card) => cardOf(card, words));
    count.textContent = word("shown", { n: number(now.length), of: number(list.cards.length) });
    reset.hidden = !words.length && !asked.length;
    nothing.hidden = now.length > 0;
  }

  form.addEventListener("input", () => {
    const said = new FormData(form);
    if (cards.get(state.target)?.list !== list) state.target = list.id;
    for (const name of ["search", ...list.facets.map((facet) => facet[0])]) choose(key(name), said.getAll(name));
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
    chosen: () => ["search", ...list.facets.map((facet) => facet[0])].some((name) => chosen(key(name)).length > 0),
  });
  const sheet = sheetButton(say(list.title), () => rowsOf(list, now));
  read();
  apply();
  return [...blocks(list.about, say(list.title), list.base), form, make("p", { class: "bar-of-list" }, count, reset, sheet), nothing, box];
}

/** Cards of a list as the rows of a sheet. */
function rowsOf(list, listed = list.cards) {
  return [["id", ...list.facets.map((facet) => say(facet[1])), say(list.title), ""],
    ...listed.map((card) => [card.id, ...list.facets.map(([name]) => (card.facets[name] ?? []).join("; ")), say(card.title), say(card.badge)])];
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
