import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveOutboxes, type ArchiveResult } from '../postgres/archive-outbox';
import { upTo } from './chance';
import { caughtUp, diaryOf, listen, publish } from './listening';
import { IDS } from './load.fixture';
import { CONSUMER, declared, SOURCES } from './office';
import { postgresSystem, type PostgresSystem } from './postgres-platform';

/** Two partitions of a hundred positions, and one for all the rest. */
const SMALL = `
  drop table declarations.outbox_0, declarations.outbox_1;
  create table declarations.outbox_0 partition of declarations.outbox for values from (0) to (100);
  create table declarations.outbox_1 partition of declarations.outbox for values from (100) to (200);
  create table declarations.outbox_2 partition of declarations.outbox for values from (200) to (2000000)`;

/** A system whose outbox of declarations is whole soon, and the folder that it is archived to. */
export class ArchivedSystem {
  rounds = 0;

  private constructor(
    readonly system: PostgresSystem,
    readonly folder: string,
  ) {}

  static async on({ database }: PostgresSystem): Promise<ArchivedSystem> {
    await database.pool.query(SMALL);
    const folder = mkdtempSync(join(tmpdir(), 'tonggwan-archive-'));
    return new ArchivedSystem(postgresSystem(database, folder), folder);
  }

  /** Two more events in each bucket for each round. */
  async publish(rounds: number): Promise<void> {
    const numbers = upTo(rounds).map((round) => this.rounds + round);
    this.rounds += rounds;
    await publish(
      this.system,
      numbers.flatMap((number) => IDS.map((id) => declared(id, number))),
    );
  }

  async archive(): Promise<readonly ArchiveResult[]> {
    const results: ArchiveResult[] = [];
    const { pool } = this.system.database;
    const order = { pool, services: [...SOURCES, CONSUMER], folder: this.folder };
    for await (const result of archiveOutboxes(order)) results.push(result);
    return results;
  }

  /** The parts that were whole, and whether they are gone. */
  async states(): Promise<readonly string[]> {
    const results = await this.archive();
    return results.map(({ partition, written }) => `${partition.part} ${written ? 'gone' : 'held'}`);
  }

  /** A listener comes, takes everything and leaves. */
  async hear(): Promise<void> {
    const listening = await listen(this.system);
    await caughtUp(this.system);
    await listening.close();
  }

  /** Parts that are tables of the database still. */
  async tables(): Promise<readonly string[]> {
    const { rows } = await this.system.database.pool.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'declarations.outbox'::regclass order by 1`,
    );
    return rows.map(({ name }) => name.replace('declarations.outbox_', ''));
  }

  /** That everything was heard, in order and once. */
  async expectAll(): Promise<void> {
    const all = upTo(this.rounds).map((number) => `Declared ${number}`);
    for (const id of IDS) expect(await diaryOf(this.system, id)).toEqual(all);
  }
}
