// Opens a page in Chromium and says what came of it, as one JSON object: what axe-core finds at each
// width with everything open, what the page asked of the network, what it ran, and what each thing
// that can be clicked does.
//
//     node browser.mjs JUDGES PROGRAM PAGE PDF|- WORD TARGET|-
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , judges, program, file, pdf, searched, target] = process.argv;
const require = createRequire(pathToFileURL(judges + "/"));
const { chromium } = require("playwright-core");
const axe = readFileSync(judges + "/axe-core/axe.min.js", "utf-8");
const WIDTHS = [[1440, 900, "light"], [768, 1024, "dark"], [390, 844, "light"]];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const browser = await chromium.launch({
  executablePath: program,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run"],
});
const context = await browser.newContext({ bypassCSP: false, viewport: { width: 1200, height: 900 }, acceptDownloads: true });
await context.addInitScript(() => {
  window.copied = [];
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied.push(text); } } });
});
const page = await context.newPage();
const asked = [], said = [], dialogs = [];
page.on("request", (one) => asked.push(one.url().split("#")[0]));
page.on("console", (one) => said.push(one.text()));
page.on("pageerror", (one) => said.push(String(one)));
page.on("dialog", async (one) => { dialogs.push(one.message()); await one.dismiss(); });
const address = pathToFileURL(file).href;
const card = (id) => page.locator(`[id="card-${id}"]`);
const search = page.locator('#recommendations [name=search]');
const list = page.locator("#recommendations .cards > .card");
const count = () => page.locator("#recommendations .count").textContent();

const begun = Date.now();
await page.goto(address);
const opened = Date.now() - begun;
await page.waitForTimeout(300);
const paint = await page.evaluate(() =>
  performance.getEntriesByName("first-contentful-paint").map((one) => one.startTime)[0] ?? null);
const result = { asked, said, dialogs, opened, paint, violations: [], sideways: [] };
result.all = await count();
result.first_screen = await page.evaluate(() =>
  ["h1", "figure", "#find", ".telling"].map((one) => document.querySelector(one)?.getBoundingClientRect().bottom ?? null));

// How many words one reads there, without the titles of records and what is behind a choice.
result.words = await page.evaluate(() => {
  const parts = ["header", "#summary", "#contents"].map((one) => document.querySelector(one).cloneNode(true));
  for (const part of parts) for (const one of part.querySelectorAll("select, svg, .called, .telling a, .how p")) one.remove();
  return parts.map((part) => part.textContent).join(" ").split(/\s+/).filter((one) => /[\p{L}\d]/u.test(one)).length;
});

async function everythingOpen() {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details.part")) one.open = true;
    window.dispatchEvent(new Event("beforeprint"));
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
  await page.waitForTimeout(500);
  await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
  await page.waitForTimeout(500);
}
async function inertness() {
  result.pwned = await page.evaluate(() => typeof window.pwned !== "undefined");
  result.active = await page.evaluate(() => {
    const bad = [];
    for (const one of document.querySelectorAll("*")) {
      for (const { name, value } of one.attributes) {
        if (name.startsWith("on") || (/^(href|src|action)$/.test(name) && /^\s*(javascript|data|file):/i.test(value))) bad.push(`${one.tagName} ${name}`);
      }
    }
    return [...bad, ...[...document.querySelectorAll("script:not(:last-of-type):not([type='application/json']),iframe,object,embed,img")].map((one) => one.tagName)];
  });
}

// The filter, timed from the key to the frame in which it shows.
result.filter = await page.evaluate(async (text) => {
  const input = document.querySelector("#recommendations [name=search]");
  const times = [];
  for (const value of [text, "", text]) {
    const start = performance.now();
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - start);
  }
  return times;
}, searched);
result.count = await count();
result.marks = await page.locator("#recommendations mark").count();

// Who looks under an organisation that another became is told where else to look.
await page.goto(`${address}#recommendations?recommendations.addressee=new`);
await page.reload();
result.kin = [await page.locator("#recommendations .kin").textContent()];
if (result.kin[0]) {
  await page.locator("#recommendations .kin a").first().click();
  await page.waitForTimeout(200);
  result.kin.push(await count());
}
await page.goto(`${address}#`);
await page.reload();

// The flow: how many lines are drawn at first, of a theme; of all, and of a theme that is opened then.
await page.evaluate(() => document.querySelector('#contents a[href="#by-theme"]').click());
await page.evaluate(() => { document.querySelector("#flow details.part").open = true; });
await page.waitForTimeout(200);
result.flow_at_first = await page.locator("#flow .line").count();
const drawn = (choice) => page.evaluate(async (chosen) => {
  const start = performance.now(), select = document.querySelector("#flow select"), band = document.querySelector("#flow details.band");
  if (chosen) { select.value = chosen; select.dispatchEvent(new Event("change", { bubbles: true })); } else if (band) band.open = true;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}, choice);
result.flow = await drawn("all");
result.flow_of_all = await page.locator("#flow .line").count();
result.flow_bands = await page.locator("#flow details.band").count();
result.flow += await drawn("");
await page.waitForTimeout(200);
result.flow_opened = await page.locator("#flow .line").count();
await page.goto(`${address}#`);
await page.reload();

if (target !== "-") await clicks();
if (pdf !== "-") await looks();
await inertness();
console.log(JSON.stringify(result));
await browser.close();

async function found(text) {
  await search.fill(text);
  return list.evaluateAll((all) => all.map((one) => one.id.slice(5)));
}

async function clicks() {
  // The search: capitals and diacritics do not matter, abbreviations and owners are found.
  result.found = {};
  for (const one of ["WRR", "legislative", "LEGÍSLATIVE", "ent", "zzzzzz"]) result.found[one] = await found(one);
  result.nothing = await page.locator("#recommendations .notice").isVisible();
  await page.locator("#recommendations .bar-of-list button").first().click();
  result.reset = [await count(), await search.inputValue(), new URL(page.url()).hash];

  // What a short word finds stands by itself; where it was found is said; what has it in its title comes first.
  await found("fund");
  result.found_in = await page.locator("#recommendations .found").allTextContents();
  await found("talent");
  result.titles_first = await list.locator(".title").allTextContents();

  // Sorted by what is longest open, and all of it as a sheet with a name for every column.
  await found("");
  await page.locator("#recommendations [name=sort]").selectOption("open");
  result.sorted = await list.evaluateAll((all) => all.map((one) => [one.dataset.state, one.querySelector(".soft").textContent.slice(-4)]));
  result.ids = await page.locator("#recommendations summary code").count();
  const [csv] = await Promise.all([page.waitForEvent("download"), page.locator("#recommendations .bar-of-list .light").nth(1).click()]);
  result.csv = readFileSync(await csv.path(), "utf-8");
  await page.locator("#recommendations [name=sort]").selectOption("");

  // The filter by state, from its box and from its share of the whole.
  await page.locator('#recommendations [name=state][value=gap]').check();
  result.gaps = await count();
  await page.goto(`${address}#`);
  await page.reload();
  await page.locator('#summary [data-state=gap]').click();
  result.numbers = [await count(), await page.locator('#recommendations [name=state][value=gap]').isChecked()];

  // What concerns a reader, and the paragraph to be quoted.
  await page.goto(`${address}#`);
  await page.reload();
  await page.locator("[data-copy]").click();
  result.paragraph = (await page.evaluate(() => window.copied)).at(-1);
  const [front] = await Promise.all([page.waitForEvent("download"), page.locator("[data-sheet]").click()]);
  result.front_sheet = readFileSync(await front.path(), "utf-8");
  const own = page.locator("#find [name=addressee]");
  const whose = await own.locator("option").nth(1).getAttribute("value");
  await own.selectOption(whose);
  result.still = new URL(page.url()).hash;
  await page.locator("#find button").click();
  result.own = [whose, await count(), await page.evaluate(() => document.activeElement.id)];
  await page.goto(`${address}#recommendations?recommendations.state=gap`);
  await page.reload();

  // The address: a reload, a switch of language and a link that was passed on show the same.
  await page.locator('[data-switch="nl"]').click();
  result.switched = [await page.evaluate(() => document.documentElement.lang), await count()];
  await page.reload();
  result.reloaded = [await page.evaluate(() => document.documentElement.lang), await count()];
  const other = await context.newPage();
  await other.goto(page.url());
  result.passed_on = [await other.evaluate(() => document.documentElement.lang), await other.locator("#recommendations .count").textContent()];
  await other.close();

  // A link with a filter leads to what it filters; one to nothing says so.
  await page.goto(`${address}#recommendations?recommendations.state=gap`);
  await page.reload();
  result.to_filter = await page.locator("#recommendations").evaluate((one) => Math.abs(one.getBoundingClientRect().top) < 40);
  await page.goto(`${address}#%E0%A4%A`);
  await page.reload();
  result.odd_address = [
    await page.locator("#sections .part").count(),
    await page.locator("#missing").count(),
  ];
  await page.goto(`${address}#no-such-thing`);
  await page.reload();
  result.missing = await page.locator("#missing").textContent();

  // Of each theme and organisation one row with its bar, what is most often open first.
  const rows = (one) => page.locator(`${one} tbody tr`).evaluateAll((all) => all.map((row) => [...row.cells].map((cell) =>
    (cell.querySelector("svg.bar") ? [...cell.querySelectorAll("rect.fill")].map((rect) => rect.getBoundingClientRect().width) : cell.textContent))));
  await page.goto(`${address}#by-theme`);
  await page.reload();
  await page.evaluate(() => { document.querySelector("#themes details.part").open = true; });
  result.themes = [await page.locator("#themes thead th").allTextContents(), await rows("#themes .framed")];
  result.theme_search = await page.locator("#themes .filters").isVisible();
  await page.locator("#themes tbody a").first().click();
  result.theme = await page.evaluate(() => [location.hash, document.activeElement.closest(".card")?.open]);

  // The figures through time: drawn for a wide screen and for a narrow one, and from the page's colours.
  await page.goto(`${address}#history`);
  await page.reload();
  result.charts = [];
  for (const width of [1200, 390]) {
    await page.setViewportSize({ width, height: 900 });
    result.charts.push(await page.locator(".chart svg").evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().width, getComputedStyle(one.querySelector(".fill")).fill, one.textContent])));
  }
  await page.setViewportSize({ width: 1200, height: 900 });

  // What happened in a month that moved nothing is named; no date is left in figures where one reads.
  await page.goto(`${address}#changes`);
  await page.reload();
  const quiet = page.locator('#changes .card[id^="card-month-"]').first();
  await quiet.locator("summary").click();
  result.month = [await quiet.locator("summary .title").textContent(), await quiet.locator("tbody tr").count()];
  await page.goto(`${address}#${target}`);
  await page.reload();
  result.told = await card(target).locator(".story").evaluate((one) => [...one.children].map((child) => child.className || child.tagName));
  result.figures_for_days = await card(target).locator(".story").evaluate((one) => one.textContent.match(/\b\d{4}-\d\d-\d\d\b/g) ?? []);

  // An owner leads to what it owns.
  await page.goto(`${address}#owners`);
  await page.reload();
  result.organisations = [await page.locator("#owners thead th").allTextContents(), await rows("#owners")];
  const owner = page.locator("#owners tbody th a").first();
  result.owner = [await owner.textContent()];
  await owner.click();
  await page.waitForTimeout(200);
  result.owner.push(await page.locator("#instruments .count").textContent(),
    await page.locator("#instruments").evaluate((one) => Math.abs(one.getBoundingClientRect().top) < 40));

  // A title leads to its card.
  await page.goto(`${address}#gaps`);
  await page.reload();
  result.titled = await page.locator("#gaps .tree > li > span a").first().evaluate((one) => [one.getAttribute("href").slice(1), one.textContent]);

  // A linked card shows whatever the filter, with what it is filtered by left as it was.
  await page.goto(`${address}#${target}?recommendations.state=planned`);
  await page.reload();
  result.linked = [await card(target).evaluate((one) => one.open), await card(target).locator(".story").isVisible(),
    await page.locator("#recommendations .cards .notice").textContent(), await card(target).evaluate((one) => one.getBoundingClientRect().top >= -1)];

  // The story: links to the sentence, the flow of its own, copying.
  await page.goto(`${address}#${target}`);
  await page.reload();
  const story = card(target).locator(".story");
  result.heads = await story.locator("h4").allTextContents();
  result.own_flow = await story.locator("svg.flow .box").count();
  await story.locator(".actions button").nth(0).click();
  await story.locator(".actions button").nth(1).click();
  result.heard = await page.locator("#heard").textContent();
  result.copied = await page.evaluate(() => window.copied);
  await story.locator("[data-flow]").click();
  result.in_flow = [await page.evaluate(() => location.hash), await page.locator("#flow svg.flow .box").count()];

  // The flow: a click follows one line, another lets go.
  const box = page.locator("#flow svg.flow .box").first();
  await box.click();
  result.followed = [await page.locator("#flow svg.followed .box.on").count(), await box.getAttribute("aria-pressed"), await page.locator("#flow [role=status] a").count()];
  await box.press("Enter");
  result.let_go = await page.locator("#flow svg.followed").count();

  // Lines pass no box that they do not end in, nor the edge of the picture; states differ by a pattern.
  await page.goto(`${address}#flow?flow=all`);
  await page.reload();
  await page.evaluate(() => { for (const one of document.querySelectorAll("#flow details")) one.open = true; });
  await page.waitForTimeout(200);
  result.lines = await page.evaluate(crossings);
  result.spilled = [];
  for (const width of [390, 768, 1200]) {
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    await page.waitForTimeout(200);
    result.spilled.push(await page.evaluate(spilled));
  }
  result.signs = await page.evaluate(() => ["covered", "partly", "planned", "declined", "gap"].map((state) => {
    const probe = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    probe.setAttribute("class", `sign ${state}`);
    document.querySelector("svg").append(probe);
    const { fill } = getComputedStyle(probe);
    probe.remove();
    return fill;
  }));

  // A source without an address shows its archived text.
  await page.goto(`${address}#beslisnota-2025`);
  await page.reload();
  result.archived = await card("beslisnota-2025").locator("pre").textContent();

  // Every link of the contents lands where it says, and the keyboard with it; so does an address.
  result.landed = [];
  for (const one of await page.locator("#contents a").evaluateAll((all) => all.map((link) => link.hash))) {
    await page.goto(`${address}#`);
    await page.reload();
    await page.locator(`#contents a[href="${one}"]`).click();
    await page.waitForTimeout(300);
    result.landed.push(await page.evaluate(landing, one));
    await page.goto(`${address}${one}`);
    await page.reload();
    await page.waitForTimeout(300);
    result.landed.push(await page.evaluate(landing, one));
  }

  // Pledges and actions: the table is folded; heads of rows are heads.
  await page.goto(`${address}#cross`);
  await page.reload();
  result.cross = [await page.locator("#cross table").isVisible(), await page.locator("#cross tbody th[scope=row]").count()];

  // The contents mark where one is, and lead back from anywhere on a phone.
  await page.goto(`${address}#through-time`);
  await page.reload();
  await page.waitForTimeout(300);
  result.current = await page.locator("#contents a").evaluateAll((all) => all.map((one) => [one.hash.slice(1), one.getAttribute("aria-current")]));
  await page.setViewportSize({ width: 390, height: 844 });
  result.up_hidden = await page.locator(".up").isHidden();
  await page.mouse.wheel(0, -200);
  await page.waitForTimeout(300);
  await page.locator(".up").click();
  result.up = await page.evaluate(() => [document.activeElement.id, document.querySelector("#contents").getBoundingClientRect().top >= 0]);
  await page.setViewportSize({ width: 1200, height: 900 });

  // On paper a filter is a line an item; with the explanations where one asks for them.
  await page.goto(`${address}#recommendations?recommendations.state=gap`);
  await page.reload();
  const onPaper = async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const open = await page.locator("#recommendations .card[open]").count();
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    return open;
  };
  result.paper = [await onPaper()];
  await page.locator("#recommendations .on-paper input").check();
  result.paper.push(await onPaper(), await list.count(), await page.locator("#recommendations .card[open]").count());

  // The matrix, of one theme, with its sheet.
  await page.goto(`${address}#matrix`);
  await page.reload();
  result.matrix_first = await page.locator("#matrix tbody tr").count();
  await page.locator("#matrix select").selectOption("all");
  result.matrix = [await page.locator("#matrix thead th").count(), await page.locator("#matrix tbody tr").count(), await page.locator("#matrix td.none").first().textContent()];
  const sticky = page.locator("#matrix .scroll");
  await sticky.evaluate((one) => one.scrollTo(300, 300));
  result.sticky = await sticky.evaluate((one) => {
    const frame = one.getBoundingClientRect(), head = one.querySelector(".corner").getBoundingClientRect();
    return [Math.round(head.top - frame.top), Math.round(head.left - frame.left)];
  });
  const [sheet] = await Promise.all([page.waitForEvent("download"), page.locator("#matrix .light").click()]);
  result.sheet = [sheet.suggestedFilename(), readFileSync(await sheet.path(), "utf-8").split("\n").length];
  await page.locator("#matrix select").selectOption({ index: 3 });
  result.matrix_of = await page.locator("#matrix tbody tr").count();
  result.parts = await page.locator("#sections .group > section").evaluateAll((all) => all.map((one) => one.id));

  // The keyboard alone: the skip link comes first, and a card opens with Enter.
  await page.goto(`${address}#`);
  await page.reload();
  await page.keyboard.press("Tab");
  result.first = await page.evaluate(() => document.activeElement.className);
  await page.keyboard.press("Enter");
  result.skipped = await page.evaluate(() => document.activeElement.id);
  await list.first().locator("summary").focus();
  await page.keyboard.press("Enter");
  result.opens = await list.first().evaluate((one) => one.open);
}

/** How far from the top a place is, as far as the page can be scrolled, and whether the keyboard is there. */
function landing(hash) {
  const element = document.querySelector(hash);
  const left = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
  const { top } = element.getBoundingClientRect();
  return [hash, left < 2 ? Math.min(top, 0) : top, element.contains(document.activeElement)];
}

/** How many texts of boxes there are, and those that leave their box. */
function spilled() {
  const boxes = [...document.querySelectorAll("#flow .box")];
  return [boxes.length, boxes.filter((box) => {
    const frame = box.querySelector("rect").getBBox(), text = box.querySelector("text").getBBox();
    return text.x + text.width > frame.x + frame.width || text.y + text.height > frame.y + frame.height;
  }).map((box) => box.textContent)];
}

/** The lines of every picture of the flow that run behind a foreign box or leave the picture. */
function crossings() {
  const bad = [];
  let all = 0;
  for (const svg of document.querySelectorAll("#flow svg.flow")) {
    const boxes = [...svg.querySelectorAll(".box")].map((box) => [box.dataset.id, box.querySelector("rect").getBBox()]);
    const { width, height } = svg.viewBox.baseVal;
    for (const path of svg.querySelectorAll("path.line")) {
      all++;
      const long = path.getTotalLength();
      for (let at = 0; at <= long; at += 3) {
        const { x, y } = path.getPointAtLength(at);
        const hit = boxes.find(([, box]) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1);
        if (hit || x < 0 || x > width || y < 0 || y > height) { bad.push([path.dataset.from, path.dataset.to, hit?.[0]]); break; }
      }
    }
  }
  return [all, bad];
}

async function looks() {
  await page.goto(`${address}#`);
  await page.reload();
  await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true });
  await page.emulateMedia({ media: "print" });
  result.on_paper = await page.locator("#sections .group > section").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height).map((one) => one.id));
  result.foot = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--foot"));
  await page.emulateMedia({ media: null });
  const languages = await page.locator("[data-switch]").evaluateAll((all) => all.map((one) => one.dataset.switch));
  for (const [at, [width, height, theme]] of WIDTHS.entries()) {
    await page.setViewportSize({ width, height });
    const language = languages[at % Math.max(languages.length, 1)];
    if (language) await page.locator(`[data-switch="${language}"]`).click();
    await page.locator(`[data-appearance="${theme}"]`).click();
    result.violations.push(...await violations(`${width} ${theme} closed`));
    await everythingOpen();
    result.sentences = await page.locator('.story a[href*=":~:text="]').evaluateAll((all) => all.map((one) => one.href));
    result.sideways.push(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth));
    result.violations.push(...await violations(`${width} ${theme} ${language}`));
    await page.reload();
  }
  result.languages = {};
  for (const language of languages) {
    await page.locator(`[data-switch="${language}"]`).click();
    result.languages[language] = [await page.evaluate(() => document.documentElement.lang), await page.locator("#recommendations h3").textContent()];
  }
}

async function violations(where) {
  // The driver hands axe-core to the page past its policy, as a developer's console would.
  await page.evaluate(`${axe}; undefined`);
  const found = await page.evaluate(async (rules) => (await window.axe.run(document, { runOnly: rules })).violations, RULES);
  return found.map((one) => `${where} ${one.id}: ${one.help} ${one.nodes.slice(0, 2).map((node) => node.html).join(" ")}`);
}
