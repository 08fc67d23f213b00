import { DatabaseError } from 'pg';
import { Conflict } from '../errors';
import type { OutgoingEvent, StoredEvent } from '../event';
import { storable } from '../lane/reason';
import type {
  DeadLetter,
  LaneChange,
  LaneName,
  StateWrite,
  StoreTransaction,
  Versioned,
} from '../store/store';
import { appendToOutbox } from './append';
import { letterOf, LETTER_COLUMNS, type LetterRow } from './letters';
import type { PostgresSession } from './postgres-session';

const UNIQUE_VIOLATION = '23505';

/** The sentences of one batch. */
export class PostgresTransaction implements StoreTransaction {
  /** The last position of each bucket that was appended to. */
  heads: ReadonlyMap<number, number> = new Map();
  /** The partitions of the outbox that are ready must grow. */
  needsRoom = false;

  constructor(
    private readonly session: PostgresSession,
    private readonly schema: string,
  ) {}

  async moveLane({ consumer, bucket }: LaneName, version: number, change: LaneChange): Promise<void> {
    const { rowCount } = await this.session.query({
      name: `${this.schema}.move-lane`,
      text: `update ${this.schema}.lane set version = version + 1,
               positions = coalesce($4::jsonb, positions), running = coalesce($5, running),
               attempt = case when $6 then $7::jsonb else attempt end
             where consumer = $1 and bucket = $2 and version = $3`,
      values: [
        consumer,
        bucket,
        version,
        change.positions ? JSON.stringify(change.positions) : null,
        change.running ?? null,
        change.attempt !== undefined,
        change.attempt ? JSON.stringify(change.attempt) : null,
      ],
    });
    if (rowCount !== 1) throw new Conflict(`lane ${consumer}/${bucket} is not at version ${version}`);
  }

  async load(table: string, keys: readonly string[]): Promise<Map<string, Versioned<unknown>>> {
    const { rows } = await this.session.query<{ id: string; revision: string; state: unknown }>({
      name: `load ${table}`,
      text: `select id, revision, state from ${table} where id = any($1) order by id for no key update`,
      values: [keys],
    });
    return new Map(rows.map(({ id, revision, state }) => [id, { revision: Number(revision), state }]));
  }

  async save(table: string, writes: readonly StateWrite[]): Promise<void> {
    const added = writes.filter(({ revision }) => revision === 0);
    const changed = writes.filter(({ revision }) => revision > 0);
    if (added.length > 0) await this.add(table, added);
    if (changed.length > 0) await this.change(table, changed);
  }

  async insert(table: string, rows: readonly object[]): Promise<void> {
    await this.session.query({
      name: `insert ${table}`,
      text: `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      values: [JSON.stringify(rows)],
    });
  }

  async append(events: readonly OutgoingEvent[]): Promise<void> {
    const { heads, needsRoom } = await appendToOutbox(this.session, this.schema, events);
    this.heads = heads;
    this.needsRoom = needsRoom;
  }

  async bury(
    consumer: string,
    letters: readonly { event: StoredEvent; reason: string; parked: boolean }[],
  ): Promise<void> {
    const rows = letters.map(({ event, reason, parked }) => {
      return { ...event, data: storable(event.data), consumer, reason: storable(reason), parked };
    });
    await this.session.query(
      `insert into ${this.schema}.dead_letter
         (consumer, source, epoch, bucket, position, key, type, data, headers, at, reason, parked)
       select consumer, source, epoch, bucket, position, key, type, data, headers, at, reason, parked
       from jsonb_to_recordset($1::jsonb) as letter(consumer text, source text, epoch int, bucket int, position bigint,
         key text, type text, data text, headers jsonb, at timestamptz, reason text, parked boolean)
       on conflict (consumer, source, epoch, bucket, position) do nothing`,
      [JSON.stringify(rows)],
    );
  }

  async exhume({ consumer, bucket }: LaneName, key: string): Promise<readonly DeadLetter[]> {
    const { rows } = await this.session.query<LetterRow>(
      `select ${LETTER_COLUMNS} from ${this.schema}.dead_letter
       where consumer = $1 and bucket = $2 and key = $3 order by id`,
      [consumer, bucket, key],
    );
    return rows.map(letterOf);
  }

  async removeLetters(ids: readonly number[]): Promise<void> {
    await this.session.query(`delete from ${this.schema}.dead_letter where id = any($1)`, [ids]);
  }

  async failLetter(id: number, reason: string): Promise<void> {
    await this.session.query(
      `update ${this.schema}.dead_letter set attempts = attempts + 1, reason = $2, failed_at = now() where id = $1`,
      [id, storable(reason)],
    );
  }

  async removeReplay({ consumer, bucket }: LaneName, key: string): Promise<void> {
    await this.session.query(
      `delete from ${this.schema}.replay_request where consumer = $1 and bucket = $2 and key = $3`,
      [consumer, bucket, key],
    );
  }

  /** A row that is there already was written by somebody else in the meantime. */
  private async add(table: string, writes: readonly StateWrite[]): Promise<void> {
    try {
      await this.session.query({
        name: `add ${table}`,
        text: `insert into ${table} (id, revision, state)
               select id, 1, state from unnest($1::text[], $2::jsonb[]) as row(id, state)`,
        values: [writes.map(({ key }) => key), writes.map(({ state }) => JSON.stringify(state))],
      });
    } catch (error) {
      throw isOwnKeyTaken(error, table) ? new Conflict(`a new row of ${table} is there already`) : error;
    }
  }

  private async change(table: string, writes: readonly StateWrite[]): Promise<void> {
    const { rowCount } = await this.session.query({
      name: `change ${table}`,
      text: `update ${table} set revision = row.revision + 1, state = row.state
             from unnest($1::text[], $2::bigint[], $3::jsonb[]) as row(id, revision, state)
             where ${table}.id = row.id and ${table}.revision = row.revision`,
      values: [
        writes.map(({ key }) => key),
        writes.map(({ revision }) => revision),
        writes.map(({ state }) => JSON.stringify(state)),
      ],
    });
    if (rowCount !== writes.length) throw new Conflict(`a row of ${table} has changed since it was read`);
  }
}

/** Another unique key of the same row says that the data is wrong; the row's own, that somebody was faster. */
function isOwnKeyTaken(error: unknown, table: string): boolean {
  if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) return false;
  return error.constraint === `${table.slice(table.indexOf('.') + 1)}_pkey`;
}
