// Lints every fixture as the file that it says it is; prints what was caught in each as JSON.
import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'tools/lint/fixtures');
const header = /^\/\/ as: (\S+)\n\/\/ caught by: (\S+)\n/;
const eslint = new ESLint({ cwd: root });
const results = [];
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), 'utf8');
  const [, path, rule] = header.exec(text);
  const [{ messages }] = await eslint.lintText(text, { filePath: join(root, path) });
  results.push({
    name: name.replace('.txt', '').replaceAll('-', ' '),
    rule,
    caught: messages.map(({ ruleId }) => ruleId),
  });
}
console.log(JSON.stringify(results));
