import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { type Caller, type Role, ROLES } from './caller';

export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  /** The keys themselves, or where they are published. */
  readonly keys: JSONWebKeySet | URL;
}

/** A token that has been checked is believed for so long without another look at its signature. */
const BELIEVED_MS = 60_000;
const BELIEVED_MAX = 10_000;

/** Checks bearer tokens against the issuer that is configured. */
export class Tokens {
  private readonly believed = new Map<string, { caller: Caller; until: number }>();
  private readonly keys: ReturnType<typeof createLocalJWKSet> | ReturnType<typeof createRemoteJWKSet>;

  constructor(private readonly issuer: Issuer) {
    this.keys = issuer.keys instanceof URL ? createRemoteJWKSet(issuer.keys) : createLocalJWKSet(issuer.keys);
  }

  /** The caller, or undefined when the token is none of this issuer's, is over, or names no party. */
  async callerOf(token: string): Promise<Caller | undefined> {
    const known = this.believed.get(token);
    if (known && known.until > Date.now()) return known.caller;
    this.believed.delete(token);
    const payload = await this.verify(token);
    const caller = payload && callerFrom(payload);
    if (caller) this.remember(token, caller, (payload.exp ?? 0) * 1000);
    return caller;
  }

  private async verify(token: string): Promise<JWTPayload | undefined> {
    const { issuer, audience } = this.issuer;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        requiredClaims: ['sub', 'exp'],
      });
      return payload;
    } catch {
      return undefined;
    }
  }

  private remember(token: string, caller: Caller, expires: number): void {
    if (this.believed.size >= BELIEVED_MAX) this.believed.clear();
    this.believed.set(token, { caller, until: Math.min(expires, Date.now() + BELIEVED_MS) });
  }
}

function callerFrom({ sub, party, roles }: JWTPayload): Caller | undefined {
  if (!sub || typeof party !== 'string' || party === '' || !Array.isArray(roles)) return undefined;
  return { subject: sub, party, roles: roles.filter((role): role is Role => ROLES.includes(role as Role)) };
}
