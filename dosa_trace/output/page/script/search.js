// Words are found whatever their capitals and diacritics; what was found is marked.
const stories = new Map();

/** A text as it is compared, and for each of its letters the place that it comes from. */
function folded(text) {
  let plain = "";
  const places = [];
  for (let at = 0; at < text.length; at++) {
    const letters = text[at].normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    for (let one = 0; one < letters.length; one++) places.push(at);
    plain += letters;
  }
  return [plain, places];
}

function plainly(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function wanted(text) {
  return plainly(text).split(/\s+/).filter(Boolean);
}

/** The places of a word in a text: of one of up to four letters, which is an abbreviation, only where it
    stands by itself. */
function* placesOf(text, one) {
  const alone = one.length <= 4;
  for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + one.length)) {
    if (!alone || (!LETTER.test(text[at - 1] ?? " ") && !LETTER.test(text[at + one.length] ?? " "))) yield at;
  }
}
const LETTER = /[\p{L}\p{N}]/u;

function holds(text, one) {
  return !placesOf(text, one).next().done;
}

/** What the list shows of a card, in which a word comes before others. */
function shownOf(card) {
  return [card.id, say(card.title), say(card.badge), ...(card.row ? here(card.row).map(say) : [])].join(" ");
}

/** What else there is of a card, by its headings. */
function partsOf(card) {
  const parts = [[word("names"), say(card.called)]];
  let head = say(card.title);
  for (const block of here(card.story)) {
    if (levelOf(block) < Infinity) head = say(block[1]);
    parts.push([head, texts(block).map(say).join(" ")]);
  }
  return parts;
}

/** All that a card can be found by, in the language that is shown. */
function story(card) {
  const key = `${shown.language} ${card.id}`;
  if (!stories.has(key)) {
    const all = [card.id, say(card.title), say(card.badge), say(card.called), ...texts(card.story).map(say)];
    stories.set(key, plainly(all.join(" ")));
  }
  return stories.get(key);
}

/** Puts together in idle moments what a first search would have to wait for. */
function readAhead(waiting = [...cards.values()]) {
  const soon = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 5 }), 50));
  soon((idle) => {
    while (waiting.length && idle.timeRemaining() > 2) story(waiting.pop());
    if (waiting.length) readAhead(waiting);
  });
}

function mark(element, words) {
  for (const old of element.querySelectorAll("mark")) old.replaceWith(...old.childNodes);
  element.normalize();
  if (!words.length) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("svg")) nodes.push(walker.currentNode);
  for (const node of nodes) markIn(node, words);
}

function markIn(node, words) {
  const text = node.data, [plain, places] = folded(text);
  const hits = [];
  for (const one of words) {
    for (const at of placesOf(plain, one)) hits.push([places[at], places[at + one.length - 1] + 1]);
  }
  if (!hits.length) return;
  hits.sort((one, other) => one[0] - other[0]);
  const pieces = [];
  let done = 0;
  for (const [from, to] of hits) {
    if (from < done) continue;
    pieces.push(text.slice(done, from), make("mark", {}, text.slice(from, to)));
    done = to;
  }
  node.replaceWith(...pieces, text.slice(done));
}
