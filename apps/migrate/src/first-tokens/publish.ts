import { firstTokens } from '@tonggwan/clearance';
import { LocalIssuer } from '@tonggwan/service-host';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An issuer for a first look, where none is configured yet.
 * @param kept gets the issuer's key and `tokens.json`: whoever reads it may be anybody
 * @param published gets `jwks.json`, by which the services check the tokens
 * @returns the tokens by name
 */
export async function publishFirstTokens(
  kept: string,
  published: string,
): Promise<Readonly<Record<string, string>>> {
  const issuer = LocalIssuer.keptIn(join(kept, 'issuer.pem'));
  const { keys } = await issuer.issuer();
  writeFileSync(join(published, 'jwks.json'), JSON.stringify(keys));
  return firstTokens(issuer, kept);
}
