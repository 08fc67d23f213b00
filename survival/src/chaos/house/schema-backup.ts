import { withDatabase } from '@tonggwan/clearance';
import type { Client } from 'pg';

interface Table {
  readonly name: string;
  readonly columns: string;
}

interface Sequence {
  readonly name: string;
  readonly next: string;
}

/** Where the copies are: beside the schemas of the services. */
const PLACE = 'backup';

/**
 * All that one service's schema holds at one moment. The embedded PostgreSQL brings no pg_dump, so that the copies lie in the
 * same database, taken and put back in one transaction each.
 */
export class SchemaBackup {
  private constructor(
    private readonly url: string,
    private readonly tables: readonly Table[],
    private readonly sequences: readonly Sequence[],
  ) {}

  static take(url: string, schema: string): Promise<SchemaBackup> {
    return withDatabase(url, async (client) => {
      await client.query('begin isolation level repeatable read');
      await client.query(`create schema if not exists ${PLACE}`);
      const tables = await tablesOf(client, schema);
      for (const { name, columns } of tables)
        await client.query(`create table ${copyOf(name)} as select ${columns} from ${name}`);
      const { rows: sequences } = await client.query<Sequence>(
        `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value + 1, start_value) as next
         from pg_sequences where schemaname = $1`,
        [schema],
      );
      await client.query('commit');
      return new SchemaBackup(url, tables, sequences);
    });
  }

  /** @param end ends whoever works on the schema: called once no one can begin to any more */
  putBack(end: () => Promise<void>): Promise<void> {
    return withDatabase(this.url, async (client) => {
      await end();
      await client.query('begin');
      await client.query(`truncate ${this.tables.map(({ name }) => name).join()}`);
      // Whoever was started again meanwhile has seen what is no more.
      await end();
      // What refers to a row that is put back later is right all the same.
      await client.query('set local session_replication_role = replica');
      for (const { name, columns } of this.tables)
        await client.query(
          `insert into ${name} (${columns}) overriding system value select ${columns} from ${copyOf(name)}`,
        );
      for (const { name, next } of this.sequences)
        await client.query('select setval($1::regclass, $2, false)', [name, next]);
      await client.query(`commit`);
    });
  }
}

/** Columns that are made from others are made again. */
async function tablesOf(client: Client, schema: string): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%I.%I', nspname, relname) as name, string_agg(quote_ident(attname), ',' order by attnum) as columns
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
     where nspname = $1 and relkind = 'r' and attnum > 0 and not attisdropped and attgenerated = ''
     group by nspname, relname order by relname`,
    [schema],
  );
  return rows;
}

function copyOf(table: string): string {
  return `${PLACE}.${table.replace('.', '_')}`;
}
