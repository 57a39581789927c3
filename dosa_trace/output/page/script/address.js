// What is shown stands in the address: `#ID?lang=nl&recommendations.state=gap`, so that a reload, a
// switch of language and a link that was passed on show the same.
const state = { target: "", choices: new URLSearchParams() };

/** What a part of an address says; as it stands where it is no encoding of anything. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function readAddress() {
  const [target, choices = ""] = location.hash.slice(1).split("?");
  state.target = decoded(target);
  if (choices || !target) state.choices = new URLSearchParams(choices);
}

function addressOf(target = state.target) {
  const choices = state.choices.toString();
  return `#${encodeURIComponent(target)}${choices ? `?${choices}` : ""}`;
}

/** The values chosen under a name, or the one. */
function chosen(name) {
  return state.choices.getAll(name).filter(Boolean);
}

function choose(name, values) {
  state.choices.delete(name);
  for (const value of values) if (value) state.choices.append(name, value);
  history.replaceState(null, "", addressOf());
}

function goTo(target) {
  state.target = target;
  if (location.hash !== addressOf()) history.pushState(null, "", addressOf());
}
