// Photographs a report's page: node docs/page.mjs FOLDER PROGRAM PAGE TO [all], where FOLDER holds what
// tests/judges/package.json names and PROGRAM is a Chromium. The pictures of the README, or with `all`
// those that are looked at by eye: each screen at each width, light and dark, and on paper.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [, , folder, executablePath, file, to, all] = process.argv;
const { chromium } = createRequire(pathToFileURL(folder + "/"))("playwright-core");
const SHOWN = { first: "", card: "fs-talent?lang=nl", list: "recommendations?recommendations.state=gap", flow: "flow", matrix: "matrix", money: "money", sources: "sources" };
const README = [["page", 1100, 860, "light", SHOWN.first], ["page-card", 1100, 860, "dark", SHOWN.card]];
const EVERY = [[1440, 900], [768, 1024], [390, 844]].flatMap(([width, height]) =>
  ["light", "dark"].flatMap((scheme) =>
    Object.entries(SHOWN).map(([name, hash]) => [`${name}-${width}-${scheme}`, width, height, scheme, hash])));

// The words of the first screen, so that a test can hold its numbers against the program's.
const words = (page) => page.evaluate(() => `${document.querySelector("header").innerText}\n${document.querySelector("main").innerText.slice(0, 4000)}\n`);

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const [name, width, height, colorScheme, hash] of all ? EVERY : README) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(`${pathToFileURL(file).href}#${hash}`);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${to}/${name}.png` });
  if (!all && name === "page") writeFileSync(`${to}/page.txt`, await words(page));
  await page.close();
}
if (all) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.pdf({ path: `${to}/paper.pdf`, format: "A4", preferCSSPageSize: true });
}
await browser.close();
