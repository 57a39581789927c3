// Pictures of what leads to what: a column for each kind of record, in the order of time.
const LINE = 15;
const SIZES = [[1000, 250, 110, 3], [640, 190, 60, 4], [0, 106, 18, 6]];

/** How wide the strip of a box is whose pattern tells its state without colour. */
const SIGN = 9;

/** How wide a box is, how far boxes are apart, and how many lines a title has in it, so that three
    columns stand beside each other on this screen. */
function measures() {
  const [, wide, between, rows] = SIZES.find(([least]) => window.innerWidth >= least);
  return { wide, between, rows };
}

/** How wide a text is in a box; of a word this is asked once. */
const brush = document.createElement("canvas").getContext("2d");
const widths = new Map();
function widthOf(text) {
  if (!widths.has(text)) {
    brush.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    widths.set(text, brush.measureText(text).width);
  }
  return widths.get(text);
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

/** A word in pieces that fit, each but the last with a hyphen: nearly always the word itself. */
function pieces(word, room) {
  if (widthOf(word) <= room) return [word];
  const letters = [...word];
  let fits = letters.length - 1;
  while (fits > 1 && widthOf(`${letters.slice(0, fits).join("")}-`) > room) fits--;
  return [`${letters.slice(0, fits).join("")}-`, ...pieces(letters.slice(fits).join(""), room)];
}

/** A text in lines that fit, at most so many; what is left out shows as an ellipsis. */
function wrapped(text, room, rows) {
  const lines = [], space = widthOf(" ");
  let left = 0;
  for (const one of text.split(/\s+/).filter(Boolean).flatMap((one) => pieces(one, room))) {
    const wide = widthOf(one);
    if (lines.length && space + wide <= left) {
      lines[lines.length - 1] += ` ${one}`;
      left -= space + wide;
    } else if (lines.length === rows) {
      lines[rows - 1] = cut(lines[rows - 1], room);
      break;
    } else {
      lines.push(one);
      left = room - wide;
    }
  }
  return lines;
}

/** A line with an ellipsis after as much of it as leaves room for that. */
function cut(line, room) {
  let kept = line.replace(/-$/, "");
  while (kept && widthOf(`${kept} …`) > room) kept = kept.includes(" ") ? kept.slice(0, kept.lastIndexOf(" ")) : kept.slice(0, -1);
  return `${kept} …`;
}

/** How high the lane is in which a line passes a column that it does not end in. */
const LANE = 6;
/** Where the boxes begin, below the heads of the columns. */
const TOP = 26;

/** Boxes by their columns, each as near as may be to what leads to it. Lines of a box that pass a
    column have a lane of their own in it, between its boxes (Sugiyama's layout, with its dummies). */
function placed(edges, { wide, between, rows }) {
  const layers = LAYERS.map(() => []);
  for (const id of new Set(edges.flatMap((edge) => [edge.from, edge.to]))) layers[layerOf(id)].push(id);
  const kinds = layers.map((_, at) => at).filter((at) => layers[at].length);
  const columnOf = (id) => kinds.indexOf(layerOf(id));
  const passing = new Map(kinds.map((_, at) => [at, new Set()]));
  for (const { from, to } of edges) {
    for (let at = columnOf(from) + 1; at < columnOf(to); at++) passing.get(at).add(from);
  }
  const sources = grouped(edges, "to");
  const boxes = new Map(), lanes = new Map(), place = new Map();
  kinds.forEach((kind, at) => {
    const items = [...layers[kind].map((id) => ({ id, lane: false })), ...[...passing.get(at)].map((id) => ({ id, lane: true }))];
    const near = new Map(items.map((item) => {
      const from = item.lane ? [place.get(item.id)] : (sources.get(item.id) ?? []).filter((edge) => place.has(edge.from)).map((edge) => place.get(edge.from));
      return [item, from.length ? from.reduce((sum, one) => sum + one, 0) / from.length : at ? TOP : cards.get(item.id).at];
    }));
    items.sort((one, other) => near.get(one) - near.get(other));
    // Between two columns a box or lane stands as high as what leads to it, where there is room.
    const inner = at > 0 && at < kinds.length - 1;
    let y = TOP;
    for (const item of items) {
      const x = at * (wide + between) + 1;
      const lines = item.lane ? [] : wrapped(say(cards.get(item.id).title), wide - SIGN - 14, rows);
      const tall = item.lane ? LANE : lines.length * LINE + 20;
      if (inner) y = Math.max(y, near.get(item) - tall / 2);
      if (item.lane) lanes.set(`${at} ${item.id}`, { x, y: y + LANE / 2 });
      else {
        boxes.set(item.id, { id: item.id, x, y: y + 4, tall: tall - 8, lines, column: at });
        place.set(item.id, y + tall / 2);
      }
      y += tall;
    }
  });
  return { boxes, lanes, heads: kinds.map((kind) => LAYERS[kind]) };
}

/** The picture of some edges. `follow` is what a click on a box tells. */
function picture(edges, name, follow = null) {
  const size = measures();
  const { boxes, lanes, heads } = placed(edges, size);
  const all = [...boxes.values()];
  const height = Math.max(...all.map((box) => box.y + box.tall), ...[...lanes.values()].map((lane) => lane.y), 0) + 8;
  const outside = edges.some((edge) => boxes.get(edge.from).column === heads.length - 1) ? size.between / 2 : 0;
  const width = heads.length * size.wide + (heads.length - 1) * size.between + 2 + outside;
  const drawnEdges = edges.map((edge) => [edge, line(edge, boxes, lanes, size)]);
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

/** A line from a box to another: by its lanes where it passes a column, out on the right and back in
    there within one. */
function line({ from, to, extent, basis }, boxes, lanes, { wide, between }) {
  const one = boxes.get(from), other = boxes.get(to), bend = between / 2;
  let x = one.x + wide, y = one.y + one.tall / 2, d = `M${x},${y}`;
  const bow = (x2, y2, side) => {
    d += ` C${x + bend},${y} ${x2 + side * bend},${y2} ${x2},${y2}`;
    [x, y] = [x2, y2];
  };
  for (let at = one.column + 1; at < other.column; at++) {
    const lane = lanes.get(`${at} ${from}`);
    bow(lane.x, lane.y, -1);
    x += wide;
    d += ` H${x}`;
  }
  const end = other.y + other.tall / 2;
  if (other.column > one.column) bow(other.x, end, -1);
  else bow(other.x + wide, end, 1);
  const path = draw("path", { class: `line ${extent} ${basis}`, d, "data-from": from, "data-to": to });
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
  const x = box.x + SIGN + 6;
  const text = draw("text", { x, y: box.y + 4 }, box.lines.map((one) => draw("tspan", { x, dy: LINE }, `${one} `)));
  const button = follow ? { role: "button", tabindex: 0, "aria-pressed": "false", "aria-label": `${box.lines.join(" ")}: ${say(card.badge)}` } : {};
  return draw("g", { class: "box", "data-id": box.id, ...button },
    draw("title", {}, `${say(card.title)} (${box.id}): ${say(card.badge)}`),
    draw("rect", { class: `fill ${roleOf(box.id)}`, x: box.x, y: box.y, width: wide, height: box.tall }),
    draw("rect", { class: `sign ${roleOf(box.id)}`, x: box.x, y: box.y, width: SIGN, height: box.tall }), text);
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
    make("li", {}, draw("svg", { class: "swatch", "aria-hidden": "true" }, draw("rect", { class: `fill ${role}`, width: "100%", height: "100%" }), draw("rect", { class: `sign ${role}`, width: "100%", height: "100%" })), named.get(role) ?? word(role))));
}
