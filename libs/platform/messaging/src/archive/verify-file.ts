import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { ALL_BUCKETS } from '../bucket';
import { ArchiveUnreadable } from '../errors';
import { eventsIn, unpacked } from './block';
import { type Block, type Manifest } from './manifest';

/**
 * Reads a file to its end and holds it against its manifest: every byte, every sum, and every position of every bucket.
 * @throws ArchiveUnreadable naming the first fault
 */
export async function verifyFile(file: string, manifest: Manifest): Promise<void> {
  const handle = await open(file).catch((error: Error) => {
    throw new ArchiveUnreadable(`${file} cannot be read: ${error.message}`);
  });
  const reached = new Map(ALL_BUCKETS.map((bucket) => [bucket, Math.max(manifest.first, 1) - 1]));
  const whole = createHash('sha256');
  const lines = createHash('sha256');
  try {
    for (const block of manifest.blocks) {
      const { buffer } = await handle.read(Buffer.alloc(block.bytes), 0, block.bytes, block.offset);
      const text = await unpacked(buffer, block, file);
      whole.update(buffer);
      lines.update(text);
      follow(reached, block, text, file);
    }
    const { size } = await handle.stat();
    if (size !== manifest.bytes || whole.digest('hex') !== manifest.sha256)
      throw new ArchiveUnreadable(`${file} is not as it was written`);
  } finally {
    await handle.close();
  }
  if (lines.digest('hex') !== manifest.linesSha256) throw new ArchiveUnreadable(`${file} has other events`);
  for (const [bucket, position] of reached)
    if (position !== manifest.beyond - 1)
      throw new ArchiveUnreadable(`${file} ends early in bucket ${bucket}`);
}

/** Each event stands behind the one before it. */
function follow(reached: Map<number, number>, { bucket }: Block, lines: string, file: string): void {
  for (const event of eventsIn(lines, '')) {
    const expected = reached.get(bucket)! + 1;
    if (event.bucket !== bucket || event.position !== expected)
      throw new ArchiveUnreadable(`${file} lacks position ${expected} of bucket ${bucket}`);
    reached.set(bucket, expected);
  }
}
