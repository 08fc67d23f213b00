import { Client } from 'pg';

/** Keeps the declarations service from hearing anything, as when Kafka is away, until it is let go. */
export async function deafen(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('begin');
  await client.query('select from declarations.lane for update');
  return () => client.end();
}
