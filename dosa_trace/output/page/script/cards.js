// A card is told when it is opened.
const opened = new Set();

function cardOf(card, words) {
  const details = make("details", { class: "card", id: `card-${card.id}`, "data-state": card.facets.state?.[0] },
    make("summary", { class: card.row ? "row" : null }, headOf(card), foundIn(card, words)));
  mark(details, words);
  details.addEventListener("toggle", () => {
    if (details.open) { opened.add(card.id); tell(details, card, words); } else opened.delete(card.id);
  });
  if (opened.has(card.id)) { details.open = true; tell(details, card, words); }
  return details;
}

/** What a list shows of a card: where it has columns its state, title, who asked when, and flags. */
function headOf(card) {
  const [state, asked, flags] = card.row ? here(card.row).map(say) : [say(card.badge)];
  return [make("span", { class: `state ${card.role}` }, state), " ", make("span", { class: "title" }, say(card.title)),
    ...(card.row ? [" ", make("span", { class: "soft" }, asked), " ", make("small", {}, flags)] : [])];
}

/** Where the words were found, if not in what the list shows. */
function foundIn(card, words) {
  const elsewhere = words.filter((one) => !holds(plainly(shownOf(card)), one));
  if (!elsewhere.length) return null;
  const part = partsOf(card).find(([, text]) => elsewhere.some((one) => holds(plainly(text), one)));
  return part ? [" ", make("small", { class: "found" }, word("found_in", { what: part[0] }))] : null;
}

function tell(details, card, words) {
  if (details.querySelector(".story")) return;
  const edges = LAYERS.includes(card.list.id) ? edgesThrough(card.id) : [];
  const flow = edges.length
    ? framed("tall", word("picture", { what: say(card.title) }), picture(edges, say(card.title)))
    : null;
  const inside = make("div", { class: "story" }, actions(card), blocks(card.story, say(card.title), card.list.base), flow, make("p", {}, make("code", {}, card.id)));
  mark(inside, words);
  details.append(inside);
}

/** A record with its state in a sentence that can be quoted: with the date, what was counted, the
    source, and the digest of the catalogue. */
function citation(card) {
  const source = say(card.source);
  return word("citation", {
    title: say(card.title), state: say(card.badge), sentence: say(data.sentence),
    source: source ? ` ${word("citation_source", { source })}` : "", catalogue: say(data.catalogue),
    digest: data.digest.slice(0, 12), generator: data.generator,
  });
}

function actions(card) {
  const link = make("button", { type: "button", class: "light" }, word("copy_link"));
  link.addEventListener("click", () => copy(data.address + addressOf(card.id), link));
  const cite = make("button", { type: "button", class: "light" }, word("copy_cite"));
  cite.addEventListener("click", () => copy(citation(card), cite));
  const flow = LAYERS.includes(card.list.id) && edgesThrough(card.id).length
    ? make("button", { type: "button", class: "light", "data-flow": card.id }, word("in_flow")) : null;
  return make("p", { class: "actions" }, link, cite, flow);
}
