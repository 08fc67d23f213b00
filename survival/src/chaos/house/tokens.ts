import { PARTY } from '@tonggwan/bench';
import { LocalIssuer } from '@tonggwan/service-host';
import { join } from 'node:path';
import type { Site } from './site';

const LIFETIME = '1h';

/** Of the issuer that a system keeps in its data folder. */
export async function tokensOf(dataFolder: string): Promise<Site['tokens']> {
  const issuer = LocalIssuer.keptIn(join(dataFolder, 'issuer.pem'));
  const token = (party: string, role: 'replay' | 'administrator'): Promise<string> =>
    issuer.token({ subject: role, party, roles: [role] }, LIFETIME);
  return { replay: await token(PARTY, 'replay'), administrator: await token('CUSTOMS', 'administrator') };
}
