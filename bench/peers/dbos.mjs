import { DBOS } from '@dbos-inc/dbos-sdk';
import { KnexDataSource } from '@dbos-inc/knex-datasource';
import pg from 'pg';
import { servePeer } from '../dist/peer/serve-peer.js';

const CONNECTIONS = 20;

/** One workflow for each declaration; each step and its rows are one transaction of the data source. */
servePeer(pg.Client, async ({ adminUrl, steps, sentence, finished }) => {
  const rows = new KnexDataSource('clearance', {
    client: 'pg',
    connection: adminUrl,
    pool: { min: CONNECTIONS, max: CONNECTIONS },
  });
  const write = rows.registerTransaction(
    async (step, copy) => {
      const { name, text, values } = sentence(step, [copy]);
      await rows.client.raw(text.replaceAll(/\$\d+/g, '?'), values).options({ name });
    },
    { name: 'write' },
  );
  const clear = DBOS.registerWorkflow(
    async (copy, _declaration) => {
      for (const step of steps) await write(step, copy);
      finished();
    },
    { name: 'clear' },
  );
  DBOS.setConfig({
    name: 'clearance',
    systemDatabaseUrl: adminUrl,
    systemDatabasePoolSize: CONNECTIONS,
    logLevel: 'error',
  });
  await DBOS.launch();
  return {
    take: (orders) =>
      Promise.all(
        orders.map(({ copy, declaration }) =>
          DBOS.startWorkflow(clear, { workflowID: copy.id })(copy, declaration),
        ),
      ),
    close: () => DBOS.shutdown(),
  };
});
