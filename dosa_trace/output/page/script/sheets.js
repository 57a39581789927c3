// Any table as CSV: for a spreadsheet, in which no cell is run as a formula (OWASP, CSV Injection).
const FORMULA = /^\s*[=+\-@\t\r|%\uff1d\uff0b\uff0d\uff20]/;
const INSIDE = /([;,\n"'][\s"']*)([=+\-@|%\uff1d\uff0b\uff0d\uff20])/g;

function disarmed(text) {
  const safe = text.replace(INSIDE, "$1'$2");
  return FORMULA.test(safe) && !/^-?\d+(\.\d+)?$/.test(safe) ? `'${safe}` : safe;
}

function sheetText(rows) {
  return rows.map((row) => row.map((text) => `"${disarmed(text).replaceAll('"', '""')}"`).join(",")).join("\n") + "\n";
}

function sheetButton(name, rows) {
  const button = make("button", { type: "button", class: "light", "aria-label": word("sheet_of", { what: name }) }, word("sheet"));
  button.addEventListener("click", () => download(name, rows()));
  return button;
}

function download(name, rows) {
  const file = new Blob(["\ufeff", sheetText(rows)], { type: "text/csv" });
  const link = make("a", { href: URL.createObjectURL(file), download: `${name.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase()}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
