import { startAllInOne } from '@tonggwan/clearance';
import { LocalIssuer } from '@tonggwan/service-host';
import { join } from 'node:path';
import { PARTY, type SystemOrder, type SystemReady } from './order';

const LANES = join(__dirname, 'lanes/main.js');

/** All services in this process, on the engine and the database that were ordered. Answers what callers need and how to end it. */
export async function startOrdered(order: SystemOrder): Promise<SystemReady & { close(): Promise<void> }> {
  const issuer = LocalIssuer.ofOneProcess();
  const hosts = { ...order, issuer: await issuer.issuer(), clockFile: '' };
  const { url, close } = await startAllInOne(hosts, { port: 0, lanesProgram: LANES });
  const token = (party: string, role: 'replay' | 'administrator'): Promise<string> =>
    issuer.token({ subject: role, party, roles: [role] }, '1d');
  return {
    ...{ url, close },
    tokens: {
      replay: await token(PARTY, 'replay'),
      administrator: await token('CUSTOMS', 'administrator'),
    },
  };
}
