/** An element with attributes and what stands in it; texts are only ever texts. */
function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...inside.flat().filter((one) => one != null && one !== ""));
  return element;
}

function draw(name, attributes = {}, ...inside) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value != null) element.setAttribute(key, value);
  }
  element.append(...inside.flat().filter((one) => one != null));
  return element;
}

/** A link to the card of a record, by its title or its id. */
function linked(id, text = id) {
  const card = cards.get(id);
  if (!card) return text;
  return make("a", { href: `#${id}`, title: text === id ? say(card.title) : id }, text);
}

/** A text in which every id of a record is a link to its card. */
function withLinks(text) {
  return text.split(/([^\s,;:()[\]«»]+)/).map((piece, at) => (at % 2 && cards.has(piece) ? linked(piece) : piece));
}
