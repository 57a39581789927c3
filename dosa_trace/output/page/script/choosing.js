// Of which recommendations the flow and the matrix are: of all, of a theme, of a source, or what lies
// around one record.
const MOST = 100_000;
/** Above so many lines the flow of everything is told apart by theme, each drawn when it is opened. */
const MOST_LINES = 250;

/** What is shown at first of what would be too much at once. */
function firstTheme() {
  const themes = optionsOf("theme");
  return themes.length ? `theme:${themes[0][0]}` : "all";
}

function idsOf(choice) {
  const list = listOf("recommendations");
  const [kind, value] = choice.split(/:(.*)/);
  if (!value) return list.cards.map((card) => card.id);
  return list.cards.filter((card) => card.facets[kind]?.includes(value)).map((card) => card.id);
}

/** A choice with what it shows below it. */
function choosing(name, showing, first) {
  const box = make("div");
  const groups = ["theme", "source"].map((kind) => [kind, optionsOf(kind)]);
  const own = make("option", { value: "", hidden: true });
  const select = make("select", { name }, make("option", { value: "all" }, word("everything")), own,
    groups.filter((one) => one[1].length).map(([kind, options]) => make("optgroup", { label: word(`by_${kind}`) },
      options.map(([value, text]) => make("option", { value: `${kind}:${value}` }, say(text))))));
  const show = () => {
    const choice = chosen(name)[0] ?? first;
    own.value = choice.startsWith("record:") ? choice : "";
    own.textContent = own.value ? word("one_record", { what: choice.slice(7) }) : "";
    own.hidden = !own.value;
    select.value = choice;
    box.replaceChildren(...showing(choice));
  };
  select.addEventListener("change", () => { choose(name, [select.value]); show(); });
  return { show, elements: [make("p", { class: "choice-of" }, make("label", {}, `${capital(word("of"))} `, select)), box] };
}

function flowOf(choice) {
  const record = choice.startsWith("record:") ? choice.slice(7) : null;
  if (!record && choice === "all") {
    const themes = optionsOf("theme");
    const many = edgesFrom(idsOf("all")).length > MOST_LINES;
    if (themes.length && many) return themes.flatMap(([value, text]) => folding(say(text), `theme:${value}`));
  }
  return record ? flowPicture(edgesThrough(record), [], say(cards.get(record).title)) : flowPicture(edgesFrom(idsOf(choice)), idsOf(choice), word("flow"));
}

/** The picture of one theme, drawn when it is opened. */
function folding(title, choice) {
  const ids = idsOf(choice);
  const details = make("details", { class: "band" }, make("summary", {}, title, " ", make("small", {}, number(ids.length))));
  const drawOnce = () => {
    if (details.open && !details.querySelector("svg")) details.append(...flowPicture(edgesFrom(ids), ids, title));
  };
  details.addEventListener("toggle", drawOnce);
  return [details];
}

function flowPicture(edges, ids, name) {
  if (edges.length > MOST) return [make("p", { class: "notice" }, word("too_many", { n: number(edges.length), most: number(MOST) }))];
  const from = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const alone = ids.filter((id) => !from.has(id)).length;
  const note = alone ? make("p", { class: "soft" }, word("not_drawn", { n: number(alone) })) : null;
  if (!edges.length) return [note ?? make("p", {}, word("none"))];
  const told = make("p", { class: "soft", role: "status" });
  const follow = (id) => told.replaceChildren(...(id ? [`${word("follow")} `, linked(id, say(cards.get(id).title)), " ", make("small", {}, make("code", {}, id))] : []));
  return [legend(edges), told, framed("tall", word("picture", { what: name }), picture(edges, name, follow)), note].filter(Boolean);
}
