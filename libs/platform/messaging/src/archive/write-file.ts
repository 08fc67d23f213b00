import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ALL_BUCKETS } from '../bucket';
import type { StoredEvent } from '../event';
import type { History } from '../store/store';
import { BLOCK_EVENTS_MAX, linesOf, packed } from './block';
import { type Block, filesOf, type Manifest, sha256 } from './manifest';
import { verifyFile } from './verify-file';

/** Positions of one service that go into a file, `first` to before `beyond`. */
export interface Stretch {
  readonly service: string;
  readonly part: number;
  readonly first: number;
  readonly beyond: number;
}

export interface Written {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
}

/** Declarations are in it: nobody but the owner and his group. */
const MODE = 0o640;

/**
 * Writes a stretch of an outbox to a file, reads that back, and only then gives it its name; the manifest comes last. What
 * was left half done by a process that was killed has another name, and is written over.
 * @param onEvents told how many events were written, now and then
 * @throws Error when the outbox lacks a position, or a file is there already with other events
 */
export async function writeFileOf(
  folder: string,
  stretch: Stretch,
  outbox: History,
  onEvents: (count: number) => void = () => undefined,
): Promise<Written> {
  const files = filesOf(folder, stretch.service, stretch.part);
  await mkdir(dirname(files.events), { recursive: true });
  const unfinished = `${files.events}.unfinished`;
  const manifest = await written(unfinished, stretch, outbox, onEvents);
  await verifyFile(unfinished, manifest);
  await assertSame(files.manifest, manifest);
  // The manifest of a life before would not fit the file that takes the other's name.
  await rm(files.manifest, { force: true });
  await rename(unfinished, files.events);
  const text = `${JSON.stringify(manifest)}\n`;
  await writeFile(`${files.manifest}.unfinished`, text, { mode: MODE, flush: true });
  await rename(`${files.manifest}.unfinished`, files.manifest);
  await synced(dirname(files.events));
  return { manifest, manifestSha256: sha256(text) };
}

async function written(
  file: string,
  stretch: Stretch,
  outbox: History,
  onEvents: (count: number) => void,
): Promise<Manifest> {
  const handle = await open(file, 'w', MODE);
  try {
    const manifest = await fill(handle, stretch, outbox, onEvents);
    await handle.sync();
    return manifest;
  } finally {
    await handle.close();
  }
}

async function fill(
  handle: FileHandle,
  stretch: Stretch,
  outbox: History,
  onEvents: (count: number) => void,
): Promise<Manifest> {
  const blocks: Block[] = [];
  const whole = createHash('sha256');
  const content = createHash('sha256');
  let [bytes, events] = [0, 0];
  for await (const page of pagesOf(stretch, outbox)) {
    const lines = linesOf(page);
    const block = await packed(lines);
    await handle.write(block);
    whole.update(block);
    content.update(lines);
    const { bucket, position: first } = page[0]!;
    const last = first + page.length - 1;
    blocks.push({ bucket, first, last, offset: bytes, bytes: block.length, sha256: sha256(block) });
    bytes += block.length;
    events += page.length;
    onEvents(events);
  }
  const sums = { sha256: whole.digest('hex'), linesSha256: content.digest('hex') };
  const { service, part, first, beyond } = stretch;
  return { service, part, first, beyond, events, bytes, ...sums, blocks };
}

/** Bucket by bucket, in order and without a gap. */
async function* pagesOf(
  { service, first, beyond }: Stretch,
  outbox: History,
): AsyncGenerator<readonly StoredEvent[]> {
  for (const bucket of ALL_BUCKETS) {
    for (let at = Math.max(first, 1) - 1; at < beyond - 1;) {
      const page = await outbox.read(service, bucket, at, Math.min(BLOCK_EVENTS_MAX, beyond - 1 - at));
      if (page.length === 0 || page.some(({ position }, index) => position !== at + 1 + index))
        throw new Error(`${service}/${bucket} lacks a position after ${at}`);
      yield page;
      at += page.length;
    }
  }
}

/** A database that was set back says other things at the same positions: what was said before must not be written over. */
async function assertSame(file: string, { linesSha256 }: Manifest): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === undefined) return;
  if ((JSON.parse(before) as Manifest).linesSha256 !== linesSha256)
    throw new Error(
      `${file} is there already, with other events: the log was set back; put both files elsewhere`,
    );
}

/** The names themselves are on disk. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
