// Pictures of what leads to what: a column for each kind of record, in the order of time.
const LINE = 15;
const SIZES = [[1000, 250, 110, 34, 3], [640, 190, 60, 25, 4], [0, 106, 18, 13, 6]];

/** How wide a box is, how far boxes are apart, and how many letters and lines a title has in it, so
    that three columns stand beside each other on this screen. */
function measures() {
  const [, wide, between, letters, rows] = SIZES.find(([least]) => window.innerWidth >= least);
  return { wide, between, letters, rows };
}
const LAYERS = ["recommendations", "objectives", "instruments"];
const { nodes, links } = data.net;
const ended = new Set(data.net.ended);
const ends = links.map(([from, to, extent, basis, counted]) => ({ from: nodes[from], to: nodes[to], extent, basis, counted }));
const out = grouped(ends, "from"), into = grouped(ends, "to");

function grouped(edges, end) {
  const found = new Map();
  for (const edge of edges) {
    if (!found.has(edge[end])) found.set(edge[end], []);
    found.get(edge[end]).push(edge);
  }
  return found;
}

/** Everything that some records lead to, or that leads to them. */
function reached(start, edges, end) {
  const seen = new Set(start), waiting = [...start];
  while (waiting.length) {
    for (const edge of edges.get(waiting.pop()) ?? []) {
      if (!seen.has(edge[end])) { seen.add(edge[end]); waiting.push(edge[end]); }
    }
  }
  return seen;
}

function edgesFrom(start) {
  const within = reached(start, out, "to");
  return [...within].flatMap((id) => out.get(id) ?? []);
}

/** The lines on which a record lies, both ways. */
function edgesThrough(id) {
  const after = reached([id], out, "to"), before = reached([id], into, "from");
  return ends.filter((edge) => (after.has(edge.from) && after.has(edge.to)) || (before.has(edge.from) && before.has(edge.to)));
}

function layerOf(id) {
  return LAYERS.indexOf(cards.get(id).list.id);
}

function wrapped(text, letters, rows) {
  const lines = [""];
  const whole = text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${letters}}`, "gu")) ?? []);
  for (const one of whole) {
    const last = lines.length - 1;
    if (lines[last] && (lines[last] + " " + one).length > letters) lines.push(one);
    else lines[last] += (lines[last] ? " " : "") + one;
  }
  return lines.length > rows ? [...lines.slice(0, rows - 1), `${lines[rows - 1]} …`] : lines;
}

/** Boxes by their columns, each as near as may be to what leads to it. */
function placed(edges, { wide, between, letters, rows }) {
  const columns = LAYERS.map(() => []);
  const ids = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  for (const id of ids) columns[layerOf(id)].push(id);
  columns[0].sort((one, other) => cards.get(one).at - cards.get(other).at);
  const place = new Map(columns[0].map((id, at) => [id, at / columns[0].length]));
  for (const column of columns.slice(1)) {
    const near = new Map(column.map((id) => {
      const from = edges.filter((edge) => edge.to === id && place.has(edge.from)).map((edge) => place.get(edge.from));
      return [id, from.length ? from.reduce((sum, one) => sum + one, 0) / from.length : 1];
    }));
    column.sort((one, other) => near.get(one) - near.get(other));
    column.forEach((id, at) => place.set(id, at / column.length));
  }
  const boxes = new Map(), used = columns.filter((column) => column.length);
  used.forEach((column, at) => {
    let y = 26;
    for (const id of column) {
      const lines = wrapped(say(cards.get(id).title), letters, rows);
      const tall = lines.length * LINE + 12;
      boxes.set(id, { id, x: at * (wide + between) + 1, y, tall, lines, column: at });
      y += tall + 8;
    }
  });
  return { boxes, heads: used.map((column) => LAYERS[layerOf(column[0])]) };
}

/** The picture of some edges. `follow` is what a click on a box tells. */
function picture(edges, name, follow = null) {
  const size = measures();
  const { boxes, heads } = placed(edges, size);
  const all = [...boxes.values()];
  const height = Math.max(...all.map((box) => box.y + box.tall), 0) + 4;
  const width = heads.length * size.wide + (heads.length - 1) * size.between + 2;
  const drawnEdges = edges.map((edge) => [edge, line(edge, boxes, size)]);
  const drawnBoxes = all.map((box) => [box, boxOf(box, follow, size)]);
  const svg = draw("svg", { class: "flow", viewBox: `0 0 ${width} ${height}`, width, height, role: follow ? "group" : "img", "aria-label": name },
    heads.map((head, at) => draw("text", { x: at * (size.wide + size.between) + 1, y: 14, class: "head" }, capital(word(head)))),
    drawnEdges.map((one) => one[1]), drawnBoxes.map((one) => one[1]));
  if (follow) {
    const press = (event) => {
      const node = event.target.closest("[data-id]");
      if (!node || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      const again = node.getAttribute("aria-pressed") === "true";
      const on = new Set(again ? [] : edgesThrough(node.dataset.id));
      const near = new Set([...on].flatMap((edge) => [edge.from, edge.to]).concat(node.dataset.id));
      svg.classList.toggle("followed", !again);
      for (const [edge, drawn] of drawnEdges) drawn.classList.toggle("on", on.has(edge));
      for (const [box, drawn] of drawnBoxes) {
        drawn.classList.toggle("on", near.has(box.id));
        drawn.setAttribute("aria-pressed", String(!again && box.id === node.dataset.id));
      }
      follow(again ? null : node.dataset.id);
    };
    svg.addEventListener("click", press);
    svg.addEventListener("keydown", press);
  }
  return svg;
}

function line({ from, to, extent, basis }, boxes, { wide, between }) {
  const one = boxes.get(from), other = boxes.get(to);
  const y1 = one.y + one.tall / 2, y2 = other.y + other.tall / 2, x1 = one.x + wide;
  const back = other.column <= one.column;
  const x2 = back ? other.x + wide : other.x;
  const bend = between / 2;
  const path = draw("path", { class: `line ${extent} ${basis}`, d: `M${x1},${y1} C${x1 + bend},${y1} ${back ? x2 + bend : x2 - bend},${y2} ${x2},${y2}` });
  path.append(draw("title", {}, `${say(cards.get(from).title)} → ${say(cards.get(to).title)}: ${said(extent)}, ${word(basis)}`));
  return path;
}

function said(extent) {
  return data.words[extent] === undefined ? extent : word(extent);
}

function roleOf(id) {
  const { role } = cards.get(id);
  return role !== "plain" ? role : ended.has(id) ? "ended" : "running";
}

function boxOf(box, follow, { wide }) {
  const card = cards.get(box.id);
  const text = draw("text", { x: box.x + 8, y: box.y + 4 }, box.lines.map((one) => draw("tspan", { x: box.x + 8, dy: LINE }, `${one} `)));
  const button = follow ? { role: "button", tabindex: 0, "aria-pressed": "false", "aria-label": `${box.lines.join(" ")}: ${say(card.badge)}` } : {};
  return draw("g", { class: "box", "data-id": box.id, ...button },
    draw("title", {}, `${say(card.title)} (${box.id}): ${say(card.badge)}`),
    draw("rect", { class: `fill ${roleOf(box.id)}`, x: box.x, y: box.y, width: wide, height: box.tall, rx: 4 }), text);
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What the colours of a picture mean, of those that are in it. */
function legend(edges) {
  const used = new Set(edges.flatMap((edge) => [edge.from, edge.to]).map(roleOf));
  const roles = [...STATES, "running", "ended"].filter((role) => used.has(role));
  const named = new Map(data.sections.flatMap((one) => one.facets ?? []).filter((one) => one[0] === "state").flatMap((one) => one[2]).map(([role, text]) => [role, say(text)]));
  return make("ul", { class: "legend", "aria-label": word("legend") }, roles.map((role) =>
    make("li", {}, draw("svg", { class: "swatch", "aria-hidden": "true" }, draw("rect", { class: `fill ${role}`, width: "100%", height: "100%" })), named.get(role) ?? word(role))));
}
