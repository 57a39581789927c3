// The typed blocks of an answer as elements.
const STATES = new Set(["covered", "partly", "planned", "declined", "gap"]);
let tables = 0;

/** `base` is how deep the first heading in them is. */
function blocks(listed, name, base) {
  const made = [];
  let lines = null, head = name;
  const all = here(listed), highest = Math.min(...all.map(levelOf));
  for (const block of all) {
    if (block[0] === "tree") {
      if (!lines) made.push((lines = make("ul", { class: "tree" })));
      lines.append(item(block));
      continue;
    }
    lines = null;
    if (levelOf(block) < Infinity) {
      head = say(block[1]);
      made.push(make(`h${base + levelOf(block) - highest}`, {}, head));
    } else made.push(BLOCKS[block[0]](block, head));
  }
  return made;
}

/** Of a heading how deep it is. */
function levelOf(block) {
  return /^h\d$/.test(block[0]) ? Number(block[0][1]) : Infinity;
}

const BLOCKS = {
  p: ([, role, text]) => make("p", { class: role === "muted" ? "soft" : role }, withLinks(say(text))),
  pre: ([, text]) => make("pre", { tabindex: 0 }, make("code", {}, say(text))),
  facts: ([, rows]) => make("table", { class: "facts" }, make("tbody", {},
    rows.map(([name, value]) => make("tr", {}, make("th", { scope: "row" }, withLinks(say(name))), make("td", {}, cell(value)))))),
  folded: ([, name, inside]) => make("details", {}, make("summary", {}, say(name)), make("ul", { class: "tree" }, inside.map(item))),
  table: (block, head) => table(block, head),
};

function item([, value, children]) {
  return make("li", {}, cell(value), children.length ? make("ul", {}, children.map(item)) : null);
}

function cell([text, role = "plain", small, url, bar]) {
  let said = say(text);
  let beside = small == null ? "" : say(small);
  const leads = bar ? null : leading(said, beside);
  let inside = bar ? [...bars(bar), said] : leads ?? withLinks(said);
  if (leads) beside = beside.split("; ").slice(1).join("; ");
  if (url) inside = [make("a", { href: url, rel: "noreferrer noopener" }, said)];
  if (STATES.has(role) && said) inside = [make("span", { class: `state ${role}` }, inside)];
  else if (role === "id" && inside.length === 1 && inside[0] === said && said) inside = [make("code", {}, said)];
  else if (role === "strong" && said) inside = [make("strong", {}, inside)];
  else if (role === "muted" && said) inside = [make("span", { class: "soft" }, inside)];
  if (beside) inside.push(" ", make("small", {}, withLinks(beside)));
  return inside;
}

/** A title whose id stands small beside it leads to its card, in the place of that id; of several
    each does. */
function leading(said, small) {
  const ids = small.split("; ")[0].split(", "), titles = ids.length > 1 ? said.split("; ") : [said];
  if (!said || titles.length !== ids.length || !ids.every((id) => cards.has(id))) return null;
  return titles.flatMap((title, at) => [at ? "; " : "", linked(ids[at], title)]);
}

function bars(text) {
  let done = 0;
  return [draw("svg", { class: "bar small", "aria-hidden": "true", focusable: "false" }, text.split(" ").flatMap((part) => {
    const [role, share] = part.split(":"), x = done;
    done += Number(share);
    return ["fill", "sign"].map((kind) => draw("rect", { class: `${kind} ${role}`, x: `${x * 100}%`, width: `${share * 100}%`, height: "100%" }));
  }))];
}

function table([, columns, rows], head) {
  const name = `${++tables}`;
  const body = make("tbody");
  const whole = make("table", {}, make("thead", {}, make("tr", {}, columns.map(([title, right]) =>
    say(title) ? make("th", { scope: "col", class: right || null }, say(title)) : make("td")))), body);
  const frame = framed("", `${word("table", { what: head })} ${name}`, whole);
  fill(body, rows, (row) => make("tr", {}, row.map((value, at) => at || !say(value[0])
    ? make("td", { class: columns[at][1] || null }, cell(value))
    : make("th", { scope: "row", class: columns[at][1] || null }, cell(value)))));
  const sheet = rows.length > 1 ? sheetButton(head, () => [columns.map((one) => say(one[0])),
    ...rows.map((row) => row.map(plain))]) : null;
  return make("div", { class: "framed" }, frame, sheet);
}

/** A cell of a sheet: its text, and behind it what stands small beside it. */
function plain([text, , small]) {
  return small == null ? say(text) : `${say(text)} (${say(small)})`;
}
