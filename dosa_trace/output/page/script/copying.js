/** Puts a text on the clipboard, and says so on the button and to who only hears it. */
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", { "aria-hidden": "true", class: "unseen" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const before = button.textContent;
  button.textContent = word("copied");
  const heard = document.getElementById("heard");
  heard.textContent = word("copied");
  setTimeout(() => { button.textContent = before; heard.textContent = ""; }, 1500);
}
