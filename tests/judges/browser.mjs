// Opens a page in Chromium and says what came of it, as one JSON object: what axe-core finds in each
// language and appearance, what the page asked of the network, what it ran, how filters, keyboard and
// languages work, and how long it took.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , judges, program, file, pdf, word] = process.argv;
const require = createRequire(pathToFileURL(judges + "/"));
const { chromium } = require("playwright-core");
const axe = readFileSync(judges + "/axe-core/axe.min.js", "utf-8");

const browser = await chromium.launch({
  executablePath: program,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run"],
});
const context = await browser.newContext({ bypassCSP: false, viewport: { width: 1200, height: 900 } });
const page = await context.newPage();
const asked = [], said = [], dialogs = [];
page.on("request", (one) => asked.push(one.url()));
page.on("console", (one) => said.push(one.text()));
page.on("pageerror", (one) => said.push(String(one)));
page.on("dialog", async (one) => { dialogs.push(one.message()); await one.dismiss(); });

const begun = Date.now();
await page.goto(pathToFileURL(file).href);
const opened = Date.now() - begun;
await page.waitForTimeout(300);
const paint = await page.evaluate(() =>
  performance.getEntriesByName("first-contentful-paint").map((one) => one.startTime)[0] ?? null);

const cards = page.locator('[data-cards="recommendations"] > .card');
const result = { asked, said, dialogs, opened, paint, violations: [] };
result.total = await cards.count();
result.pwned = await page.evaluate(() => typeof window.pwned !== "undefined");
result.active = await page.evaluate(() => {
  const bad = [];
  for (const one of document.querySelectorAll("*")) {
    for (const { name, value } of one.attributes) {
      if (name.startsWith("on") || (/^(href|src|action)$/.test(name) && /^\s*(javascript|data|file):/i.test(value))) bad.push(`${one.tagName} ${name}`);
    }
  }
  return [...bad, ...[...document.querySelectorAll("script:not(:last-of-type),iframe,object,embed,img")].map((one) => one.tagName)];
});

// The filter, timed from the key to the frame in which it shows.
result.filter = await page.evaluate(async (text) => {
  const input = document.querySelector('[data-filter="recommendations"] [name=search]');
  const times = [];
  for (const value of [text, "", text]) {
    const start = performance.now();
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - start);
  }
  return times;
}, word);
result.shown = await page.locator('[data-cards="recommendations"] > .card:not([hidden])').count();
result.count = await page.locator('[data-count="recommendations"]').textContent();
await page.locator('[data-filter="recommendations"] [name=search]').fill("");
await page.locator('[data-filter="recommendations"] [name=state][value=gap]').check();
result.gaps = await page.locator('[data-cards="recommendations"] > .card:not([hidden])').count();
await page.locator('[data-filter="recommendations"] [name=state][value=gap]').uncheck();

// The keyboard alone: the skip link comes first, and a card opens with Enter.
await page.reload();
await page.keyboard.press("Tab");
result.first = await page.evaluate(() => document.activeElement.className);
await page.keyboard.press("Enter");
result.skipped = await page.evaluate(() => location.hash);
if (result.total) {
  await cards.first().locator("summary").focus();
  await page.keyboard.press("Enter");
  result.opens = await cards.first().evaluate((one) => one.open);
}

if (pdf !== "-") {
  await page.pdf({ path: pdf, format: "A4" });
  const languages = await page.locator("[data-switch]").evaluateAll((all) => all.map((one) => one.dataset.switch));
  result.languages = {};
  for (const language of languages.length ? languages : [null]) {
    if (language) await page.locator(`[data-switch="${language}"]`).click();
    result.languages[language ?? ""] = [await page.evaluate(() => document.documentElement.lang), await page.locator("h2").first().textContent()];
    for (const theme of ["light", "dark"]) {
      await page.locator(`[data-appearance="${theme}"]`).click();
      await page.evaluate(() => document.querySelectorAll("details.card").forEach((one, at) => { one.open = at < 3; }));
      // The driver hands axe-core to the page past its policy, as a developer's console would.
      await page.evaluate(`${axe}; undefined`);
      const found = await page.evaluate(async () =>
        (await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations);
      for (const one of found) {
        result.violations.push(`${language} ${theme} ${one.id}: ${one.help} ${one.nodes.slice(0, 2).map((node) => node.html).join(" ")}`);
      }
    }
  }
}
console.log(JSON.stringify(result));
await browser.close();
