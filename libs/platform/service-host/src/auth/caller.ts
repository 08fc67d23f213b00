/** What a caller may be, as the issuer's `roles` claim says. */
export const ROLES = [
  'broker',
  'trader',
  'terminal',
  'bank',
  'officer',
  'supervisor',
  'auditor',
  'administrator',
  'replay',
  // Another service of this system, which reads logs and is nobody's party.
  'service',
] as const;
export type Role = (typeof ROLES)[number];

const STAFF: readonly Role[] = ['officer', 'supervisor', 'auditor', 'administrator'];

/** Who calls: the claims `sub`, `party` and `roles` of a token that has been checked. */
export interface Caller {
  readonly subject: string;
  /** Owns what it submits; what is another party's does not exist for it. */
  readonly party: string;
  readonly roles: readonly Role[];
}

/** Whether the caller works for customs and sees everybody's declarations, channels and reasons. */
export function isStaff({ roles }: Caller): boolean {
  return roles.some((role) => STAFF.includes(role));
}
