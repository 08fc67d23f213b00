import type { Declaration, ShapeFault } from '@tonggwan/contracts';
/**
 * What a message says in the canonical form, and what of it did not fit. Pointers are in the terms of the
 * message.
 */
export interface Reading {
  /** Sound only where there are no faults. */
  readonly declaration: Declaration;
  /** What the canonical form does not know: kept with the raw message, reported, never dropped in silence. */
  readonly unknownFields: string[];
  readonly faults: ShapeFault[];
}
