// Reads Mermaid from files and says whether Mermaid's own parser takes each: one JSON line per file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.argv[2] + "/"));
const { JSDOM } = require("jsdom");
const dom = new JSDOM("");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const mermaid = (await import(pathToFileURL(process.argv[2] + "/mermaid/dist/mermaid.core.mjs")))
  .default;
for (const file of process.argv.slice(3)) {
  try {
    const found = await mermaid.parse(readFileSync(file, "utf-8"));
    console.log(JSON.stringify({ taken: true, type: found.diagramType }));
  } catch (error) {
    console.log(JSON.stringify({ taken: false, why: String(error.message ?? error) }));
  }
}
