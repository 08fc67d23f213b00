import { createEndpointHandler, service } from '@restatedev/restate-sdk';
import { createServer } from 'node:http2';
import pg from 'pg';
import { servePeer } from '../dist/peer/serve-peer.js';
import { startRestate } from './restate-server.mjs';

const CONNECTIONS = 20;
/** Of PostgreSQL. */
const UNIQUE_VIOLATION = '23505';

/** One invocation for each declaration, by its id; each step is a `ctx.run` that writes its rows in one transaction. */
servePeer(pg.Client, async ({ adminUrl, folder, steps, sentence, finished }) => {
  const pool = new pg.Pool({ connectionString: adminUrl, max: CONNECTIONS });
  /** What is run may be run again: rows that are there already are those of this step. */
  const write = async (step, copy) => {
    try {
      await pool.query(sentence(step, [copy]));
    } catch (error) {
      if (error.code !== UNIQUE_VIOLATION) throw error;
    }
  };
  const clearance = service({
    name: 'clearance',
    handlers: {
      clear: async (context, { copy }) => {
        for (const step of steps) await context.run(step, () => write(step, copy));
        finished();
      },
    },
  });
  const logger = ({ level }, message) => void (level === 'error' && console.error(message));
  const endpoint = createServer(createEndpointHandler({ services: [clearance], logger }));
  await new Promise((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  const restate = await startRestate(folder);
  await restate.ask('admin', '/deployments', { uri: `http://127.0.0.1:${endpoint.address().port}` });
  const send = (order) =>
    restate.ask('ingress', '/clearance/clear/send', order, { 'idempotency-key': order.copy.id });
  return {
    take: (orders) => Promise.all(orders.map(send)),
    close: async () => {
      await restate.stop();
      endpoint.close();
      await pool.end();
    },
  };
});
