import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Some events of one bucket, one after the other: a gzip member of its own, so that it can be read without the others. */
export interface Block {
  readonly bucket: number;
  readonly first: number;
  readonly last: number;
  /** Where it begins in the file, and how many bytes it has there. */
  readonly offset: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a file of the archive holds: all events of a service from one position up to another, of each bucket. */
export interface Manifest {
  readonly service: string;
  readonly part: number;
  /** The first position, and the one after the last. */
  readonly first: number;
  readonly beyond: number;
  readonly events: number;
  /** Of the file. */
  readonly bytes: number;
  readonly sha256: string;
  /** SHA-256 of the lines themselves, however they were packed. */
  readonly linesSha256: string;
  readonly blocks: readonly Block[];
}

/** Where the files of a partition lie. */
export function filesOf(folder: string, service: string, part: number): { events: string; manifest: string } {
  const file = join(folder, service, String(part));
  return { events: `${file}.jsonl.gz`, manifest: `${file}.json` };
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
