import { ERROR_CODES } from './error-codes';
import type { Rule } from './rule';

/** The type is one that the pack lists, where it says so together with the procedures of the first item. */
export const declarationTypeKnown: Rule = ({ declaration: { typeCode }, kind }) => {
  if (kind) return [];
  const message = typeCode
    ? `${typeCode} is not a declaration type that holds on this day`
    : 'The declaration type is missing';
  return [{ code: ERROR_CODES.declarationType, pointer: '/typeCode', message }];
};
