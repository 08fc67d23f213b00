import { BUCKETS } from '@tonggwan/messaging';
import { Client } from 'pg';
import { serveParent } from '../system/serve-parent';
import { openAccountsOf } from './accounts';
import { Declarations } from './declarations';
import type { BareOrder } from './specimen';
import { Writer } from './writer';

serveParent<BareOrder>(async ({ adminUrl, specimens, batch, connections }) => {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: adminUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  await openAccountsOf(specimens, clients[0]!);
  const declarations = new Declarations(specimens);
  const writer = new Writer(specimens.tables);
  let isOver = false;
  const write = async (client: Client, index: number): Promise<void> => {
    for (let turn = index; !isOver; turn += connections) {
      await writer.write(client, turn % BUCKETS, declarations.take(turn % BUCKETS, batch));
    }
  };
  const writing = Promise.all(clients.map(write));
  // Without an end in order the parent sees that this process is gone.
  writing.catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
  const close = async (): Promise<void> => {
    isOver = true;
    await writing;
    await Promise.all(clients.map((client) => client.end()));
  };
  return { ready: true, close };
});
