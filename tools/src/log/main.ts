import { PostgresHistory, placeName, type StoredEvent } from '@tonggwan/messaging';
import type { Pool } from 'pg';
import { table } from '../pack/table';
import { archiveAll, isOverdue } from './archive';
import { linesOf, openEpochOf } from './epoch';
import { everything } from './everything';
import { follow } from './follow';
import { type FoundFork, forksIn } from './forks';
import { type LaneProgress, laneProgress } from './lanes';
import { folderOf, hoursOf, options, USAGE } from './options';
import { withPool } from './pool';
import { servicesIn } from './services';
import { verifyArchive, type VerifyLine } from './verify';

const { positionals, values } = options();

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function showLanes(pool: Pool): Promise<void> {
  const lanes = await laneProgress(pool, await servicesIn(pool));
  if (values.json) return print(JSON.stringify({ lanes }));
  const header: (keyof LaneProgress)[] = ['consumer', 'source', 'bucket', 'position', 'head', 'mark', 'lag'];
  const rows = lanes.map((lane) => header.map((column) => String(lane[column])));
  table(header, rows).forEach(print);
}

async function openNewEpoch(pool: Pool): Promise<void> {
  const { brokers = [], anyway, json } = values;
  const service = await serviceAsked(pool);
  if (!service) throw new Error('say with --source whose log has gone back in time');
  const opened = await openEpochOf(pool, { service, brokers, anyway });
  if (json) return print(JSON.stringify(opened));
  table(['bucket', 'first', 'seen beyond'], linesOf(opened)).forEach(print);
  print(
    `${service} goes on in epoch ${opened.epoch}, in the database ${opened.found} (was ${opened.stored})`,
  );
}

async function showForks(pool: Pool): Promise<void> {
  const forks = await forksIn(pool, await servicesIn(pool));
  if (values.json) return print(JSON.stringify({ forks }));
  const header: (keyof FoundFork)[] = ['foundAt', 'consumer', 'source', 'epoch', 'bucket', 'first', 'last'];
  table(
    header,
    forks.map((fork) => header.map((column) => String(fork[column]))),
  ).forEach(print);
}

async function followEvents(pool: Pool): Promise<void> {
  const enough = new AbortController();
  process.once('SIGINT', () => enough.abort()).once('SIGTERM', () => enough.abort());
  await showEvents(follow(new PostgresHistory(pool), await sourcesIn(pool), enough.signal));
}

async function allEvents(pool: Pool): Promise<void> {
  await showEvents(everything(new PostgresHistory(pool, folderOf(values)), await sourcesIn(pool)));
}

async function sourcesIn(pool: Pool): Promise<readonly string[]> {
  const source = await serviceAsked(pool);
  return source ? [source] : servicesIn(pool);
}

/** @throws Error naming a service that there is none of */
async function serviceAsked(pool: Pool): Promise<string | undefined> {
  const services = await servicesIn(pool);
  const { source } = values;
  if (source && !services.includes(source))
    throw new Error(`there is no service ${source}: ${services.join(', ')}`);
  return source;
}

async function showEvents(events: AsyncIterable<StoredEvent>): Promise<void> {
  const line = ({ data, ...event }: StoredEvent): string =>
    values.json
      ? JSON.stringify({ ...event, data })
      : `${event.at}  ${placeName(event)}  ${event.type}  ${data}`;
  for await (const event of events) print(line(event));
}

async function archive(pool: Pool): Promise<void> {
  const hoursMax = hoursOf(values.hours);
  let told = 0;
  const lines = await archiveAll(pool, {
    folder: folderOf(values),
    readers: values.readers ?? [],
    onEvents: ({ service, part }, events) => {
      if (Date.now() - told < PROGRESS_MS) return;
      told = Date.now();
      tell(`${service}: partition ${part}: ${events} events …`);
    },
  });
  if (isOverdue(lines, hoursMax)) {
    tell(`a partition has been held back for more than ${hoursMax} hours`);
    process.exitCode = 1;
  }
  if (values.json) return print(JSON.stringify({ partitions: lines }));
  const rows = lines.map(({ service, positions, state, hours, events, bytes, heldBy }) => {
    const size = bytes === undefined ? '' : (bytes / 1e6).toFixed(1);
    return [service, positions, state, hours.toFixed(1), String(events ?? ''), size, heldBy.join(', ')];
  });
  table(['service', 'positions', 'state', 'whole for h', 'events', 'MB', 'held back by'], rows).forEach(
    print,
  );
}

async function verify(pool: Pool): Promise<void> {
  const lines: VerifyLine[] = [];
  for await (const line of verifyArchive(pool, await servicesIn(pool), folderOf(values))) {
    tell(`${line.service}: partition ${line.part}: ${line.fault ?? 'as it was written'}`);
    lines.push(line);
  }
  if (lines.some(({ fault }) => fault)) process.exitCode = 1;
  if (values.json) return print(JSON.stringify({ partitions: lines }));
  const rows = lines.map(({ service, part, events, fault }) => [
    service,
    String(part),
    String(events),
    fault ?? '',
  ]);
  table(['service', 'partition', 'events', 'fault'], rows).forEach(print);
}

const PROGRESS_MS = 2_000;

const commands: Readonly<Record<string, (pool: Pool) => Promise<void>>> = {
  lanes: showLanes,
  all: allEvents,
  follow: followEvents,
  archive,
  verify,
  epoch: openNewEpoch,
  forks: showForks,
};
const command = positionals.length === 1 ? commands[positionals[0]!] : undefined;

if (command) {
  withPool(values, command).catch((error: unknown) => {
    tell(String(error));
    process.exitCode = 1;
  });
} else {
  tell(USAGE);
  process.exitCode = 2;
}
