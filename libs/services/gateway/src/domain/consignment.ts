/**
 * What is known under one transport document. The goods often come before their declaration and a declaration often
 * comes before its goods: whoever comes second finds the first here.
 */
export interface Consignment {
  readonly party: string;
  readonly arrivedAt?: string;
  readonly removedAt?: string;
  readonly declarations: readonly string[];
}

/** Owned by customs: a document is no trader's, and no caller reads these rows. */
const OWNER = 'customs';

/** A document that names more declarations than this is not a transport document. */
export const DECLARATIONS_MAX = 1_000;

export const unknownConsignment: Consignment = { party: OWNER, declarations: [] };

export function declaredUnder(consignment: Consignment, declarationId: string): Consignment {
  if (consignment.declarations.includes(declarationId)) return consignment;
  if (consignment.declarations.length >= DECLARATIONS_MAX) return consignment;
  return { ...consignment, declarations: [...consignment.declarations, declarationId] };
}

/** The first arrival counts: goods come once. */
export function arrived(consignment: Consignment, at: string): Consignment {
  return consignment.arrivedAt ? consignment : { ...consignment, arrivedAt: at };
}

export function removed(consignment: Consignment, at: string): Consignment {
  return consignment.removedAt ? consignment : { ...consignment, removedAt: at };
}
