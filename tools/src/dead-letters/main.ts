import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { withPool } from '../log/pool';
import { table } from '../pack/table';
import { listLetters, replayLetter, showLetter } from './letters';

const USAGE = `dead-letters list [--json]           events that could not take effect, and what waits behind them
dead-letters show ID [--json]        one of them, with its data
dead-letters replay ID [--json]      has its lane try it again, and then what waits behind it
All look at --url URL, --data DIR, else DATABASE_URL or ./.tonggwan`;

const REASON_SHOWN = 80;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, url: { type: 'string' }, data: { type: 'string' } },
});
const [command, id] = positionals;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function list(pool: Pool): Promise<void> {
  const letters = await listLetters(pool);
  if (values.json) return print(JSON.stringify({ letters }));
  const rows = letters.map(({ id: name, declarationId, type, place, parked, attempts, reason }) => {
    return [
      name,
      declarationId,
      type,
      place,
      parked ? 'parked' : `${attempts}`,
      reason.slice(0, REASON_SHOWN),
    ];
  });
  table(['id', 'declaration', 'event', 'place', 'attempts', 'reason'], rows).forEach(print);
  print(`${letters.filter(({ parked }) => !parked).length} dead, ${rows.length} in all`);
}

async function show(pool: Pool): Promise<void> {
  const letter = await showLetter(pool, id!);
  if (!letter) throw new Error(`there is no dead letter ${id}`);
  print(JSON.stringify(letter, null, values.json ? undefined : 2));
}

async function replay(pool: Pool): Promise<void> {
  const asked = await replayLetter(pool, id!);
  if (!asked) throw new Error(`there is no dead letter ${id}`);
  print(values.json ? JSON.stringify({ asked: id }) : `asked for ${id}: its lane tries it while it runs`);
}

const withId: Readonly<Record<string, (pool: Pool) => Promise<void>>> = { show, replay };
const work =
  positionals.length === 1 && command === 'list' ? list : withId[positionals.length === 2 ? command! : ''];

if (work) {
  withPool(values, work).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
