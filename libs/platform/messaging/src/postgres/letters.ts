import type { QueryConfig } from 'pg';
import type { StoredEvent } from '../event';
import { storable } from '../lane/reason';
import type { DeadLetter } from '../store/store';

export const LETTER_COLUMNS =
  'id, consumer, source, epoch, bucket, position, key, type, data, headers, at, reason, attempts, failed_at, parked';

export interface LetterRow {
  readonly id: string;
  readonly consumer: string;
  readonly source: string;
  readonly epoch: number;
  readonly bucket: number;
  readonly position: string;
  readonly key: string;
  readonly type: string;
  readonly data: string;
  readonly headers: Record<string, string>;
  readonly at: Date;
  readonly reason: string;
  readonly attempts: number;
  readonly failed_at: Date;
  readonly parked: boolean;
}

export function letterOf(row: LetterRow): DeadLetter {
  const { consumer, reason, attempts, parked, source, epoch, bucket, key, type, data, headers } = row;
  const position = Number(row.position);
  const event = { source, epoch, bucket, position, key, type, data, headers, at: row.at.toISOString() };
  return {
    id: Number(row.id),
    consumer,
    event,
    reason,
    attempts,
    failedAt: row.failed_at.toISOString(),
    parked,
  };
}

export function burySentence(
  schema: string,
  consumer: string,
  letters: readonly { event: StoredEvent; reason: string; parked: boolean }[],
): QueryConfig {
  const rows = letters.map(({ event, reason, parked }) => {
    return { ...event, data: storable(event.data), consumer, reason: storable(reason), parked };
  });
  return {
    text: `insert into ${schema}.dead_letter
         (consumer, source, epoch, bucket, position, key, type, data, headers, at, reason, parked)
       select consumer, source, epoch, bucket, position, key, type, data, headers, at, reason, parked
       from jsonb_to_recordset($1::jsonb) as letter(consumer text, source text, epoch int, bucket int, position bigint,
         key text, type text, data text, headers jsonb, at timestamptz, reason text, parked boolean)
       on conflict (consumer, source, epoch, bucket, position) do nothing`,
    values: [JSON.stringify(rows)],
  };
}
