import { schemaOf, sleep } from '@tonggwan/messaging';
import { type Caller, LocalIssuer, removeData } from '@tonggwan/service-host';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES } from '../services';
import { withDatabase } from '../summary/summary';
import { startEmbedded } from '../system/embedded-system';
import { WALL_TIME } from '../system/office-time';
import type { TokenName } from '../system/people';
import type { System, SystemOptions } from '../system/system';
import { Visitor } from './visitor.fixture';

/** A whole system on an empty data folder, and those who come to its doors. */
export interface House {
  readonly databaseUrl: string;
  readonly as: Readonly<Record<TokenName, Visitor>>;
  readonly withoutToken: Visitor;
  visitor(caller: Caller): Promise<Visitor>;
  withToken(token: string): Visitor;
  close(): Promise<void>;
}

export async function openHouse(
  country: 'kr' | 'gb',
  start: (options: SystemOptions) => Promise<System> = startEmbedded,
): Promise<House> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tonggwan-trouble-'));
  const system = await start({ port: 0, dataFolder, country, time: WALL_TIME });
  const { url, tokens, databaseUrl } = system;
  const issuer = LocalIssuer.keptIn(join(dataFolder, 'issuer.pem'));
  const visitors = Object.entries(tokens).map(([name, token]) => [name, new Visitor(url, token)] as const);
  return {
    databaseUrl,
    as: Object.fromEntries(visitors) as House['as'],
    withoutToken: new Visitor(url),
    withToken: (token) => new Visitor(url, token),
    visitor: async (caller) => new Visitor(url, await issuer.token(caller, '1h')),
    close: async () => {
      try {
        await expectNoDeadLetters(databaseUrl);
      } finally {
        await system.close();
        removeData(dataFolder);
      }
    },
  };
}

/** Whatever comes to the doors, no service may choke on it. */
async function expectNoDeadLetters(databaseUrl: string): Promise<void> {
  const ofEach = SERVICES.map(
    ({ name }) => `select consumer, type, reason from ${schemaOf(name)}.dead_letter`,
  );
  const look = ofEach.join(' union all ');
  const { rows } = await withDatabase(databaseUrl, (client) => client.query<object>(look));
  if (rows.length > 0) throw new Error(`dead letters: ${JSON.stringify(rows)}`);
}

const LOOK_MS = 100;
/** Long enough for a machine that does other things beside. */
const PATIENCE_MS = 60_000;

/** Looks until it is as it should be. @throws Error with what was seen last */
export async function until<Seen>(
  look: () => Promise<Seen>,
  isRight: (seen: Seen) => boolean,
): Promise<Seen> {
  for (const end = performance.now() + PATIENCE_MS; ; await sleep(LOOK_MS)) {
    const seen = await look();
    if (isRight(seen)) return seen;
    if (performance.now() > end) throw new Error(`still: ${JSON.stringify(seen).slice(0, 2_000)}`);
  }
}
