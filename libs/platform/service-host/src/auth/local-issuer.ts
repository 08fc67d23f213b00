import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, SignJWT } from 'jose';
import type { Caller } from './caller';
import type { Issuer } from './tokens';

const NAME = 'tonggwan-first-look';
const AUDIENCE = 'tonggwan';
const ALGORITHM = 'ES256';

/** An issuer of our own for a first look and for tests; in production any OpenID issuer takes its place. */
export class LocalIssuer {
  private constructor(private readonly key: KeyObject) {}

  /** With a key that is made for this process alone. */
  static ofOneProcess(): LocalIssuer {
    return new LocalIssuer(newKey());
  }

  /** With a key that is kept in a file, so that tokens outlive a restart. */
  static keptIn(file: string): LocalIssuer {
    if (existsSync(file)) return new LocalIssuer(createPrivateKey(readFileSync(file)));
    const key = newKey();
    writeFileSync(file, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    return new LocalIssuer(key);
  }

  /** What a service must know to check the tokens. */
  async issuer(): Promise<Issuer> {
    const jwk = await exportJWK(createPublicKey(this.key));
    return { issuer: NAME, audience: AUDIENCE, keys: { keys: [{ ...jwk, alg: ALGORITHM, use: 'sig' }] } };
  }

  /** @param lifetime as jose reads it: `12h`, `30d` */
  token({ subject, party, roles }: Caller, lifetime: string): Promise<string> {
    return new SignJWT({ party, roles: [...roles] })
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(subject)
      .setIssuer(NAME)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(this.key);
  }
}

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}
