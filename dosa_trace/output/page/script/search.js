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
    for (let at = plain.indexOf(one); at >= 0; at = plain.indexOf(one, at + one.length)) {
      hits.push([places[at], places[at + one.length - 1] + 1]);
    }
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
