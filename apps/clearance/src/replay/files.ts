import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { declarationOf, type KoreanRow, missingColumns } from './korean-row';

/** One request's worth: a message as it is in its file, or so many rows as one array. */
export interface Parcel {
  readonly name: string;
  readonly body: string | Buffer;
  readonly mediaType: 'application/json' | 'application/xml';
  readonly declarations: number;
}

/** The gateway takes no more in one array. */
const ROWS_TOGETHER = 100;

/** The parcels of a file by its name, read as they are asked for. @throws Error for a file of no known kind */
export function parcelsOf(file: string): AsyncIterable<Parcel> {
  const name = file.toLowerCase();
  if (name.endsWith('.xml')) return message(file, 'application/xml');
  if (name.endsWith('.json')) return message(file, 'application/json');
  if (name.endsWith('.csv') || name.endsWith('.csv.gz')) return rows(file);
  throw new Error(`${file}: a file ends in .xml, .json, .csv or .csv.gz`);
}

async function* message(file: string, mediaType: Parcel['mediaType']): AsyncGenerator<Parcel> {
  const body = await readFile(file);
  const declarations = mediaType === 'application/json' ? countOf(body) : 1;
  yield { name: file, body, mediaType, declarations };
}

/** A file that is no JSON is lodged all the same: what is wrong with it is for the gateway to say. */
function countOf(body: Buffer): number {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return Array.isArray(value) ? value.length : 1;
  } catch {
    return 1;
  }
}

async function* rows(file: string): AsyncGenerator<Parcel> {
  const bytes = createReadStream(file);
  const text = file.toLowerCase().endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const records = text.pipe(parse({ columns: (header: string[]) => known(file, header) }));
  let together: KoreanRow[] = [];
  for await (const row of records as AsyncIterable<KoreanRow>) {
    together.push(row);
    if (together.length === ROWS_TOGETHER) {
      yield parcelOf(file, together);
      together = [];
    }
  }
  if (together.length > 0) yield parcelOf(file, together);
}

function known(file: string, header: string[]): string[] {
  const missing = missingColumns(header);
  if (missing.length > 0) throw new Error(`${file} lacks the columns ${missing.join(', ')}`);
  return header;
}

function parcelOf(name: string, together: readonly KoreanRow[]): Parcel {
  const body = JSON.stringify(together.map(declarationOf));
  return { name, body, mediaType: 'application/json', declarations: together.length };
}
