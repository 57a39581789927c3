// Photographs a report's page, whole and with a card open: node docs/page.mjs FOLDER PROGRAM PAGE TO,
// where FOLDER holds what tests/judges/package.json names and PROGRAM is a Chromium.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [, , folder, executablePath, file, to] = process.argv;
const { chromium } = createRequire(pathToFileURL(folder + "/"))("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const [name, colorScheme, height] of [["page", "light", 1000], ["page-card", "dark", 820]]) {
  const page = await browser.newPage({ viewport: { width: 1100, height }, colorScheme });
  await page.goto(pathToFileURL(file).href);
  if (name === "page-card") {
    await page.click('[data-switch="nl"]');
    await page.fill('[data-filter="recommendations"] [name=search]', "talent");
    await page.click("#fs-talent > summary");
    // Twice, because what comes into view gets its real height only then.
    for (const _ of [1, 2]) {
      await page.locator("#recommendations").evaluate((one) => one.scrollIntoView());
      await page.waitForTimeout(300);
    }
  }
  await page.screenshot({ path: `${to}/${name}.png` });
}
await browser.close();
