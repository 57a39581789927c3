// What the page holds: every text once, and of each the words in the language that is shown.
const data = JSON.parse(document.getElementById("data").textContent);
const shown = { language: document.documentElement.lang };

function say(place) {
  const text = data.texts[place];
  return typeof text === "string" ? text : text[data.languages.indexOf(shown.language)];
}

/** A fixed word, with what stands between double braces filled in. */
function word(name, filled = {}) {
  return say(data.words[name]).replace(/\{(\w+)\}/g, (hole, key) => filled[key] ?? hole);
}

/** What differs in its shape between languages, in the one that is shown. */
function here(value) {
  if (Array.isArray(value)) return value.map(here);
  if (value && value.apart) return here(value.apart[data.languages.indexOf(shown.language)]);
  return value;
}

/** The texts in a value: in packed data a number is a text and nothing else. */
function texts(value, found = []) {
  if (typeof value === "number") found.push(value);
  else if (Array.isArray(value)) for (const one of value) texts(one, found);
  else if (value && value.apart) texts(here(value), found);
  return found;
}

function number(value) {
  return value.toLocaleString(shown.language);
}

const lists = data.sections.filter((one) => one.cards);
for (const list of lists) {
  list.cards = list.cards.map(([id, title, role, badge, facets, called, source, story, row = null, since = "", sheet = []], at) => ({
    id, title, role, badge, facets, called, source, story, row, since, sheet, list, at,
  }));
}
function listOf(id) {
  return lists.find((one) => one.id === id);
}

/** The values of what recommendations can be chosen by. */
function optionsOf(facet) {
  return here(listOf("recommendations").facets.find((one) => one[0] === facet)[2]);
}
const cards = new Map(lists.flatMap((list) => list.cards.map((card) => [card.id, card])));
