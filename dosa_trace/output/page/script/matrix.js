// Titles as heads; rows and columns without a cell are left out, and counted.
const { rows: asked, columns: held, cells: marked, signs } = data.net;

function matrixOf(ids) {
  const within = new Set(ids);
  const rows = asked.map((id, at) => [id, at]).filter(([id]) => within.has(id));
  const chosenRows = new Set(rows.map((one) => one[1]));
  const its = new Map();
  for (const [row, column, said, basis] of marked) {
    if (!chosenRows.has(row)) continue;
    if (!its.has(row)) its.set(row, new Map());
    its.get(row).set(column, [said, basis]);
  }
  const used = new Set([...its.values()].flatMap((line) => [...line.keys()]));
  const columns = held.map((id, at) => [id, at]).filter(([, at]) => used.has(at));
  const left = word("left_out", { rows: number(ids.length - rows.length), columns: number(data.net.totalColumns - columns.length) });
  const amount = rows.length * columns.length;
  if (amount > MOST) return [make("p", { class: "notice" }, word("too_many", { n: number(amount), most: number(MOST) }))];
  const note = make("p", { class: "soft" }, left);
  if (!amount) return [note];
  const head = make("tr", {}, make("th", { scope: "col", class: "corner" }, capital(word("recommendation"))),
    columns.map(([id]) => make("th", { scope: "col" }, make("span", { class: "upright" }, linked(id, say(cards.get(id).title))))));
  const body = make("tbody");
  fill(body, rows, ([id, row]) => make("tr", {}, make("th", { scope: "row" }, linked(id, say(cards.get(id).title)), " ", make("small", {}, make("code", {}, id))),
    columns.map(([, column]) => matrixCell(its.get(row)?.get(column)))));
  const name = word("table", { what: word("matrix") });
  const sheet = sheetButton(word("matrix"), () => [["id", capital(word("recommendation")), ...columns.map(([id]) => id)],
    ...rows.map(([id, row]) => [id, say(cards.get(id).title), ...columns.map(([, column]) => spoken(its.get(row)?.get(column)))])]);
  return [note, framed("tall wide", name, make("table", { class: "matrix" }, make("thead", {}, head), body)), sheet];
}

function spoken(one) {
  return one ? [word(one[0]), one[1] && word(one[1])].filter(Boolean).join(", ") : word("none");
}

function matrixCell(one) {
  const sign = signs[one ? one[0] : "none"];
  return make("td", { class: one ? one[0] : "none" },
    make("span", { "aria-hidden": "true" }, one?.[1] === "inferred" ? `(${sign})` : sign),
    one ? make("span", { class: "unseen" }, spoken(one)) : null);
}
