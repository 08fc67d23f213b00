import { type Caller, LocalIssuer } from '@tonggwan/service-host';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** For a first look: one caller of each kind. They are roles, not people. */
const CALLERS = {
  broker: { subject: 'broker', party: 'BROKER-1', roles: ['broker'] },
  broker2: { subject: 'broker2', party: 'BROKER-2', roles: ['broker'] },
  terminal: { subject: 'terminal', party: 'TERMINAL-1', roles: ['terminal'] },
  bank: { subject: 'bank', party: 'BANK-1', roles: ['bank'] },
  officer: { subject: 'officer', party: 'CUSTOMS', roles: ['officer'] },
  supervisor: { subject: 'supervisor', party: 'CUSTOMS', roles: ['supervisor'] },
  administrator: { subject: 'administrator', party: 'CUSTOMS', roles: ['administrator'] },
  replay: { subject: 'replay', party: 'REPLAY', roles: ['broker', 'replay'] },
} satisfies Readonly<Record<string, Caller>>;

export type TokenName = keyof typeof CALLERS;
export type Tokens = Readonly<Record<TokenName, string>>;

const LIFETIME = '30d';

/** Tokens for a first look, also in `tokens.json` of the data folder. */
export async function firstTokens(issuer: LocalIssuer, dataFolder: string): Promise<Tokens> {
  const names = Object.keys(CALLERS) as TokenName[];
  const signed = names.map(async (name) => [name, await issuer.token(CALLERS[name], LIFETIME)] as const);
  const tokens = Object.fromEntries(await Promise.all(signed)) as Tokens;
  writeFileSync(join(dataFolder, 'tokens.json'), `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  return tokens;
}
