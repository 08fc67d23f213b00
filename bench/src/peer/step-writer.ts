import { bucketOf } from '@tonggwan/messaging';
import type { Pattern } from '../bare/pattern';
import type { Specimens, TableShape } from '../bare/specimen';
import { type Copy, newId } from './copy';

/** The five steps of a declaration and the schemas that each writes to. */
export const STEPS = {
  accept: ['gateway', 'declarations'],
  screen: ['risk_screening'],
  assess: ['tax_assessment'],
  secure: ['payments'],
  release: ['casework', 'release', 'time_release'],
} as const;

export type Step = keyof typeof STEPS;

/** A prepared statement of `pg`. */
export interface Sentence {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | readonly (string | number | null)[])[];
}

/**
 * Says what a step writes of declarations: the rows that the product has at its end, in one statement. The product's events
 * are not among them, since what a peer keeps of its steps takes their place.
 */
export class StepWriter {
  /** In the order in which they can be written to. */
  readonly tables: Readonly<Record<Step, readonly TableShape[]>>;
  /** Answers so far, by bucket: the places of their feed. */
  private readonly answers = new Map<number, number>();

  constructor(
    { tables }: Specimens,
    private readonly patterns: readonly Pattern[],
  ) {
    const written = new Set(patterns.flatMap(({ rows }) => [...rows.keys()]));
    const of = (step: Step): TableShape[] =>
      STEPS[step].flatMap((schema) => tables[schema] ?? []).filter(({ name }) => written.has(name));
    const [accept, screen] = [of('accept'), of('screen')];
    this.tables = { accept, screen, assess: of('assess'), secure: of('secure'), release: of('release') };
  }

  sentence(step: Step, copies: readonly Copy[]): Sentence {
    const tables = this.tables[step];
    const values: Sentence['values'][number][] = tables.flatMap((table) => this.columns(table, copies));
    const draws = step === 'secure' ? drawOn(values.push(accountsOf(copies))) : [];
    let at = 0;
    const inserts = tables.map(({ name, columns }) => insertInto(name, columns, (at += columns.length)));
    return { name: step, text: `with ${[...inserts, ...draws].join(', ')} select`, values };
  }

  private columns(table: TableShape, copies: readonly Copy[]): (string | number | null)[][] {
    const rows = copies.flatMap((copy) => this.rows(table, copy));
    return table.columns.map((_, at) => rows.map((row) => row[at]!));
  }

  /** Of one table, each value as PostgreSQL reads it. */
  rows({ name, columns }: TableShape, copy: Copy): (string | number | null)[][] {
    const rows = this.patterns[copy.specimen]!.rows.get(name) ?? [];
    const bucket = bucketOf(copy.id);
    const places = name === 'gateway.answer' ? this.places(bucket, rows.length) : [];
    return rows.map((row, index) =>
      columns.map((column, at) => {
        if (column.name === 'id' && column.type === 'uuid') return newId();
        if (places.length > 0 && column.name === 'bucket') return bucket;
        if (places.length > 0 && column.name === 'position') return places[index]!;
        return row[at]?.with(copy) ?? null;
      }),
    );
  }

  private places(bucket: number, count: number): number[] {
    const last = this.answers.get(bucket) ?? 0;
    this.answers.set(bucket, last + count);
    return Array.from({ length: count }, (_, index) => last + index + 1);
  }
}

/** @param last the number of its last parameter */
function insertInto(table: string, columns: TableShape['columns'], last: number): string {
  const first = last - columns.length + 1;
  const names = columns.map(({ name }) => name).join();
  const typed = columns.map(({ type }, at) => `v${at}::${type}`).join();
  const arrays = columns.map((_, at) => `$${first + at}::text[]`).join();
  const fields = columns.map((_, at) => `v${at}`).join();
  return `${table.replace('.', '_')} as (insert into ${table} (${names}) select ${typed} from unnest(${arrays}) as row(${fields}))`;
}

function accountsOf(copies: readonly Copy[]): string[] {
  return [...new Set(copies.map(({ account }) => account))];
}

/** Each account once, locked in the order of their names. */
function drawOn(parameter: number): string[] {
  return [
    `locked as materialized (select id from payments.account where id = any($${parameter}) order by id for no key update)`,
    `drawn as (update payments.account set revision = revision + 1, state = state from locked where account.id = locked.id)`,
  ];
}
