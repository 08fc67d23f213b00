import type { CaseKind } from '@tonggwan/contracts';
import { hash32 } from '@tonggwan/kernel';

/**
 * The id of a case follows from what it is about, so that whoever opens it twice opens one: a UUID of version
 * 8 (RFC 9562, 5.8) made of four hashes.
 */
export function caseIdOf(declarationId: string, version: number, kind: CaseKind): string {
  const parts = [1, 2, 3, 4].map((salt) => hash32(`${salt}/${declarationId}/${version}/${kind}`));
  const hex = parts.map((part) => part.toString(16).padStart(8, '0')).join('');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
