import type { Client } from 'pg';
import type { Specimens } from './specimen';

/** Writes the accounts as they were before anybody drew on them. */
export async function openAccountsOf({ accounts }: Specimens, client: Pick<Client, 'query'>): Promise<void> {
  await client.query(
    `insert into payments.account (id, revision, state) select id, 1, state from jsonb_to_recordset($1) as row(id text, state jsonb)`,
    [JSON.stringify(accounts.map(({ id, state }) => ({ id, state: JSON.parse(state) as unknown })))],
  );
}
