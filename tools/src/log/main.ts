import { PostgresHistory, placeName, type StoredEvent } from '@tonggwan/messaging';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { table } from '../pack/table';
import { follow } from './follow';
import { type LaneProgress, laneProgress } from './lanes';
import { withPool } from './pool';
import { servicesIn } from './services';

const USAGE = `log follow [--source SERVICE] [--json]   each event as it comes
log lanes [--json]                       each lane beside its owners' heads and marks
Both look at --url URL, --data DIR, else DATABASE_URL or ./.tonggwan`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    source: { type: 'string' },
    url: { type: 'string' },
    data: { type: 'string' },
  },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function showLanes(pool: Pool): Promise<void> {
  const lanes = await laneProgress(pool, await servicesIn(pool));
  if (values.json) return print(JSON.stringify({ lanes }));
  const header: (keyof LaneProgress)[] = ['consumer', 'source', 'bucket', 'position', 'head', 'mark', 'lag'];
  const rows = lanes.map((lane) => header.map((column) => String(lane[column])));
  table(header, rows).forEach(print);
}

async function showEvents(pool: Pool): Promise<void> {
  const services = await servicesIn(pool);
  const { source, json } = values;
  if (source && !services.includes(source))
    throw new Error(`there is no service ${source}: ${services.join(', ')}`);
  const enough = new AbortController();
  process.once('SIGINT', () => enough.abort()).once('SIGTERM', () => enough.abort());
  const line = ({ data, ...event }: StoredEvent): string =>
    json ? JSON.stringify({ ...event, data }) : `${event.at}  ${placeName(event)}  ${event.type}  ${data}`;
  const events = follow(new PostgresHistory(pool), source ? [source] : services, enough.signal);
  for await (const event of events) print(line(event));
}

const commands: Readonly<Record<string, (pool: Pool) => Promise<void>>> = {
  lanes: showLanes,
  follow: showEvents,
};
const command = positionals.length === 1 ? commands[positionals[0]!] : undefined;

if (command) {
  withPool(values, command).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
