import { Client } from 'pg';
import { Copies } from '../peer/copy';
import { openDoor } from '../peer/door';
import { serveParent } from '../system/serve-parent';
import { openAccountsOf } from './accounts';
import { Lodged } from './lodged';
import type { BareOrder } from './specimen';
import { Writer } from './writer';

serveParent<BareOrder>(async ({ adminUrl, specimens, batch, connections }) => {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: adminUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  await openAccountsOf(specimens, clients[0]!);
  const copies = new Copies(specimens);
  const writer = new Writer(specimens.tables, copies.patterns);
  const lodged = new Lodged(batch);
  let finished = 0;
  const write = async (client: Client): Promise<void> => {
    for (let next = await lodged.next(); next; next = await lodged.next()) {
      await writer.write(client, next);
      finished += next.copies.length;
    }
  };
  const writing = Promise.all(clients.map(write));
  // Without an end in order the parent sees that this process is gone.
  writing.catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
  const { url, server } = await openDoor({
    finished: () => finished,
    take: (declarations) => {
      const taken = declarations.map(({ functionalReferenceID }) => copies.of(functionalReferenceID));
      lodged.put(taken);
      return Promise.resolve(taken.map(({ id }) => id));
    },
  });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    lodged.end();
    await writing;
    await Promise.all(clients.map((client) => client.end()));
  };
  return { ready: { url }, close };
});
