import { open, readFile } from 'node:fs/promises';
import { ArchiveUnreadable } from '../errors';
import type { StoredEvent } from '../event';
import { eventsIn, unpacked } from './block';
import { type Block, filesOf, type Manifest, sha256 } from './manifest';

/** What the database says of a partition that has left it. */
export interface ArchivedPartition {
  readonly service: string;
  readonly part: number;
  /** SHA-256 of its manifest. */
  readonly manifestSha256: string;
}

/** Manifests that are kept at hand: one for each source that a new consumer reads. */
const MANIFESTS_MAX = 8;

/** The files that partitions of outboxes have been written to. Nothing is believed whose sum is not the one noted. */
export class Archive {
  private readonly manifests = new Map<string, Manifest>();

  /** @param folder undefined where this process was told of none: then it cannot read what was archived, and says so */
  constructor(private readonly folder: string | undefined) {}

  /**
   * Events of a bucket after a position, in order: at most `limit`, and no more than a block has.
   * @throws ArchiveUnreadable naming what is missing or changed
   */
  async read(
    partition: ArchivedPartition,
    bucket: number,
    after: number,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    const { blocks } = await this.manifestOf(partition);
    const block = blocks.find(
      (each) => each.bucket === bucket && each.first <= after + 1 && after < each.last,
    );
    if (!block) return [];
    const file = this.fileOf(partition, 'events');
    const lines = await unpacked(await bytesOf(file, block), block, file);
    return eventsIn(lines, partition.service)
      .filter(({ position }) => position > after)
      .slice(0, limit);
  }

  /** @throws ArchiveUnreadable */
  async manifestOf(partition: ArchivedPartition): Promise<Manifest> {
    const { manifestSha256 } = partition;
    const known = this.manifests.get(manifestSha256);
    if (known) return known;
    const file = this.fileOf(partition, 'manifest');
    const text = await readFile(file, 'utf8').catch(unreadable(file));
    if (sha256(text) !== manifestSha256) throw new ArchiveUnreadable(`${file} is not as it was written`);
    const manifest = JSON.parse(text) as Manifest;
    const [oldest] = this.manifests.keys();
    if (oldest !== undefined && this.manifests.size >= MANIFESTS_MAX) this.manifests.delete(oldest);
    this.manifests.set(manifestSha256, manifest);
    return manifest;
  }

  fileOf({ service, part }: ArchivedPartition, kind: 'events' | 'manifest'): string {
    if (this.folder !== undefined) return filesOf(this.folder, service, part)[kind];
    throw new ArchiveUnreadable(
      `partition ${part} of ${service} is archived, and TONGGWAN_ARCHIVE is not set here`,
    );
  }
}

async function bytesOf(file: string, { offset, bytes }: Block): Promise<Buffer> {
  const handle = await open(file).catch(unreadable(file));
  try {
    const { buffer } = await handle.read(Buffer.alloc(bytes), 0, bytes, offset).catch(unreadable(file));
    return buffer;
  } finally {
    await handle.close();
  }
}

function unreadable(file: string): (error: Error) => never {
  return (error) => {
    throw new ArchiveUnreadable(`archived events cannot be read from ${file}: ${error.message}`);
  };
}
