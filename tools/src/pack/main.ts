import { parseArgs } from 'node:util';
import { check } from './check';
import { deriveUnitedKingdom } from './derive/gb';
import { deriveKorea } from './derive/kr';

const USAGE = `pack check DIR [--json]                    what a country pack holds, or every fault of it
pack derive kr|gb DIR --corpora DIR        the tables of a pack that follow from published data`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, corpora: { type: 'string' } },
});
const [command, ...rest] = positionals;
const corpora = values.corpora ?? process.env.CORPORA;
const DERIVED = new Map([
  ['kr', deriveKorea],
  ['gb', deriveUnitedKingdom],
]);
const derive = DERIVED.get(rest[0] ?? '');

if (command === 'check' && rest.length === 1) {
  const { lines, sound } = check(rest[0]!, values.json);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = sound ? 0 : 1;
} else if (command === 'derive' && derive && rest.length === 2 && corpora) {
  process.stdout.write(`${derive(corpora, rest[1]!).join('\n')}\n`);
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
