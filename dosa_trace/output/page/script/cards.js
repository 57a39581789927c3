// A card is told when it is opened.
const opened = new Set();

function cardOf(card, words) {
  const details = make("details", { class: "card", id: `card-${card.id}`, "data-state": card.facets.state?.[0] },
    make("summary", {}, make("span", { class: `state ${card.role}` }, say(card.badge)), " ",
      make("span", { class: "title" }, say(card.title)), " ", make("code", {}, card.id)));
  mark(details, words);
  details.addEventListener("toggle", () => {
    if (details.open) { opened.add(card.id); tell(details, card, words); } else opened.delete(card.id);
  });
  if (opened.has(card.id)) { details.open = true; tell(details, card, words); }
  return details;
}

function tell(details, card, words) {
  if (details.querySelector(".story")) return;
  const edges = LAYERS.includes(card.list.id) ? edgesThrough(card.id) : [];
  const flow = edges.length
    ? framed("tall", word("picture", { what: say(card.title) }), picture(edges, say(card.title)))
    : null;
  const inside = make("div", { class: "story" }, actions(card), flow, blocks(card.story, say(card.title), card.list.base));
  mark(inside, words);
  details.append(inside);
}

/** A record with its state in a sentence that can be quoted: with the date, what was counted, the
    source, and the digest of the catalogue. */
function citation(card) {
  const source = say(card.source);
  return word("citation", {
    title: say(card.title), state: say(card.badge), sentence: say(data.sentence),
    source: source ? ` ${word("citation_source", { source })}` : "", catalogue: say(data.title),
    digest: data.digest, generator: data.generator,
  });
}

function actions(card) {
  const link = make("button", { type: "button", class: "light" }, word("copy_link"));
  link.addEventListener("click", () => copy(location.href.split("#")[0] + addressOf(card.id), link));
  const cite = make("button", { type: "button", class: "light" }, word("copy_cite"));
  cite.addEventListener("click", () => copy(citation(card), cite));
  const flow = LAYERS.includes(card.list.id) && edgesThrough(card.id).length
    ? make("button", { type: "button", class: "light", "data-flow": card.id }, word("in_flow")) : null;
  return make("p", { class: "actions" }, link, cite, flow);
}
