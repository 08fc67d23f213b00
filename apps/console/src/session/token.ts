/** What a token says of whoever bears it. The server checks it; here it only decides what is shown. */
export interface Bearer {
  readonly token: string;
  readonly subject: string;
  readonly party: string;
  readonly roles: readonly string[];
}

const STAFF = ['officer', 'supervisor', 'auditor', 'administrator'];
const DECIDING = ['officer', 'supervisor'];

/** The claims of a JWT; undefined when the text is none or names no party. */
export function bearerOf(text: string): Bearer | undefined {
  const token = text.trim().replace(/^Bearer\s+/i, '');
  const claims = claimsOf(token.split('.')[1] ?? '');
  const { sub, party, roles } = claims;
  if (typeof sub !== 'string' || typeof party !== 'string' || !Array.isArray(roles)) return undefined;
  return { token, subject: sub, party, roles: roles.filter((role) => typeof role === 'string') };
}

export const isStaff = ({ roles }: Bearer): boolean => roles.some((role) => STAFF.includes(role));

export const supervises = ({ roles }: Bearer): boolean => roles.includes('supervisor');

export const decidesCases = ({ roles }: Bearer): boolean => roles.some((role) => DECIDING.includes(role));

function claimsOf(part: string): Record<string, unknown> {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}
