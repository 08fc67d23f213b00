import { schemaOf } from '@tonggwan/messaging';
import { LocalIssuer, provision } from '@tonggwan/service-host';
import { asRole, testDatabase } from '@tonggwan/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES } from '../services';
import { Visitor } from '../trouble/visitor.fixture';
import { packFolder } from './places';
import { ServiceProcess } from './service-process';

const PASSWORD = 'test';
/** The gateway and the declarations service, each a process of its own on one database, without Kafka. */
export interface SplitHouse {
  readonly url: string;
  readonly declarations: ServiceProcess;
  readonly databaseUrl: string;
  readonly withoutToken: Visitor;
  readonly broker: Visitor;
  readonly broker2: Visitor;
  close(): Promise<void>;
}

export async function openSplitHouse(): Promise<SplitHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-split-'));
  const databaseUrl = await testDatabase();
  await provision(databaseUrl, SERVICES, () => PASSWORD);
  const issuer = LocalIssuer.ofOneProcess();
  const variables = await variablesFor(issuer, folder);
  const launch = (name: string, more: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> => {
    const url = asRole(databaseUrl, schemaOf(name), PASSWORD);
    return ServiceProcess.start(name, folder, { ...variables, TONGGWAN_DATABASE_URL: url, ...more });
  };
  const declarations = await launch('declarations');
  const upstreams = { TONGGWAN_UPSTREAMS: `declarations=${declarations.address}` };
  const gateway = await launch('gateway', upstreams);
  const broker = async (subject: string, party: string): Promise<Visitor> =>
    new Visitor(gateway.address, await issuer.token({ subject, party, roles: ['broker'] }, '1h'));
  return {
    url: gateway.address,
    databaseUrl,
    declarations,
    withoutToken: new Visitor(gateway.address),
    broker: await broker('broker', 'BROKER-1'),
    broker2: await broker('broker2', 'BROKER-2'),
    close: async () => {
      await Promise.all([gateway.stop(), declarations.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}

async function variablesFor(
  localIssuer: LocalIssuer,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const { issuer, audience, keys } = await localIssuer.issuer();
  const keyFile = join(folder, 'jwks.json');
  writeFileSync(keyFile, JSON.stringify(keys));
  return {
    TONGGWAN_ISSUER: issuer,
    TONGGWAN_AUDIENCE: audience,
    TONGGWAN_JWKS: keyFile,
    TONGGWAN_PACK: packFolder('kr'),
    TONGGWAN_HOST: '127.0.0.1',
    TONGGWAN_PORT: '0',
  };
}
