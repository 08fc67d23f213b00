import type { QueryConfig } from 'pg';
import type { Fork } from '../epoch/epoch';
import type { OutgoingEvent, StoredEvent } from '../event';
import type { GrowingTable } from '../growing-table';
import { storable } from '../lane/reason';
import type {
  DeadLetter,
  LaneHold,
  LaneMove,
  LaneName,
  StateWrite,
  Store,
  StoreTransaction,
  Versioned,
} from '../store/store';
import { appendAtSentence, appendSentence, type CounterRow } from './append';
import { conflictWhere, isMiscounted } from './conflicts';
import { holdLanesSentence, moveLanesSentence } from './lane-sentences';
import { forkSentence } from './epoch-schema';
import { insertSentence } from './insert-sentence';
import { burySentence, letterOf, LETTER_COLUMNS, type LetterRow } from './letters';
import type { PostgresSession } from './postgres-session';
import type { PostgresStore } from './postgres-store';
import { addSentence, changeSentence, isOwnKeyTaken, isRowChanged } from './state-sentences';
import { textArray } from './binary-array';

/** What all parts of one transaction have in common. */
interface Whole {
  readonly parts: Map<Store, PostgresTransaction>;
  readonly sent: Promise<unknown>[];
}

/** The sentences of one batch on the schema of one service. */
export class PostgresTransaction implements StoreTransaction {
  /** Known when the transaction has ended. */
  appended: readonly StoredEvent[] = [];
  private readonly service: string;
  private readonly schema: string;

  constructor(
    private readonly session: PostgresSession,
    readonly store: PostgresStore,
    private readonly whole: Whole = { parts: new Map(), sent: [] },
  ) {
    this.service = store.service;
    this.schema = store.schema;
    whole.parts.set(store, this);
  }

  /** This one and those beside it. */
  get parts(): readonly PostgresTransaction[] {
    return [...this.whole.parts.values()];
  }

  beside(store: Store): StoreTransaction {
    const known = this.whole.parts.get(store);
    if (known) return known;
    if (!this.store.sharesConnections(store))
      throw new Error(`${store.service} has other connections than ${this.service}`);
    return new PostgresTransaction(this.session, store, this.whole);
  }

  async startedAt(): Promise<string> {
    const { rows } = await this.session.query<{ now: Date }>({ name: 'now', text: 'select now()' });
    return rows[0]!.now.toISOString();
  }

  /** Goes out behind everything that was sent. @throws what was wrong first */
  async commit(): Promise<void> {
    await Promise.all([...this.whole.sent, this.session.commit()]);
  }

  holdLanes(consumer: string, lanes: readonly LaneHold[]): void {
    this.send(holdLanesSentence(this.schema, consumer, lanes), isLaneMoved(consumer));
  }

  moveLanes(consumer: string, moves: readonly LaneMove[]): void {
    this.send(moveLanesSentence(this.schema, consumer, moves), isLaneMoved(consumer));
  }

  async load(
    table: string,
    keys: readonly string[],
    locked = true,
  ): Promise<Map<string, Versioned<unknown>>> {
    const { rows } = await this.session.query<{ id: string; revision: string; state: unknown }>({
      name: `${locked ? 'load' : 'read'} ${table}`,
      text: `select id, revision, state from ${table} where id = any($1::text[]) order by id
             ${locked ? 'for no key update' : ''}`,
      values: [textArray(keys)],
    });
    return new Map(rows.map(({ id, revision, state }) => [id, { revision: Number(revision), state }]));
  }

  save(table: string, writes: readonly StateWrite[]): void {
    const added = writes.filter(({ revision }) => revision === 0);
    const changed = writes.filter(({ revision }) => revision > 0);
    if (added.length > 0) this.send(addSentence(table, added), isOwnKeyTaken(table));
    if (changed.length > 0) this.send(changeSentence(table, changed), isRowChanged(table));
  }

  insert(table: GrowingTable, rows: readonly object[]): void {
    this.send(insertSentence(table, rows));
  }

  append(events: readonly OutgoingEvent[]): void {
    this.store.guard.assertOpen();
    const { sentence, placed } = appendSentence(this.service, this.schema, events);
    const answer = this.session.query<CounterRow>(sentence);
    this.expect(answer.then(({ rows }) => (this.appended = placed(rows))));
  }

  appendAt(events: readonly StoredEvent[]): void {
    this.store.guard.assertOpen();
    this.appended = [...this.appended, ...events];
    const isLate = conflictWhere(isMiscounted, `others have appended to ${this.service} meanwhile`);
    this.send(appendAtSentence(this.schema, events), isLate);
  }

  bury(consumer: string, letters: readonly { event: StoredEvent; reason: string; parked: boolean }[]): void {
    this.send(burySentence(this.schema, consumer, letters));
  }

  noteForks(consumer: string, forks: readonly Fork[]): void {
    this.send(forkSentence(this.schema, consumer, forks));
  }

  async exhume({ consumer, bucket }: LaneName, key: string): Promise<readonly DeadLetter[]> {
    const { rows } = await this.session.query<LetterRow>({
      text: `select ${LETTER_COLUMNS} from ${this.schema}.dead_letter
       where consumer = $1 and bucket = $2 and key = $3 order by id`,
      values: [consumer, bucket, key],
    });
    return rows.map(letterOf);
  }

  removeLetters(ids: readonly number[]): void {
    this.send({
      text: `delete from ${this.schema}.dead_letter where id = any($1)`,
      values: [ids],
    });
  }

  failLetter(id: number, reason: string): void {
    this.send({
      text: `update ${this.schema}.dead_letter set attempts = attempts + 1, reason = $2, failed_at = now() where id = $1`,
      values: [id, storable(reason)],
    });
  }

  removeReplay({ consumer, bucket }: LaneName, key: string): void {
    this.send({
      text: `delete from ${this.schema}.replay_request where consumer = $1 and bucket = $2 and key = $3`,
      values: [consumer, bucket, key],
    });
  }

  private send(sentence: QueryConfig, meaning?: (error: Error) => Error): void {
    this.expect(this.session.query(sentence, meaning));
  }

  private expect(answer: Promise<unknown>): void {
    // Whoever ends the transaction hears of it.
    answer.catch(() => undefined);
    this.whole.sent.push(answer);
  }
}

function isLaneMoved(consumer: string): (error: Error) => Error {
  return conflictWhere(isMiscounted, `a lane of ${consumer} has been moved by another owner`);
}
