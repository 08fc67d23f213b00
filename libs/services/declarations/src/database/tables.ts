import type { Declaration } from '@tonggwan/contracts';
import { byDeclaration, type StateTable } from '@tonggwan/messaging';
import type { DeclarationState } from '../domain/declaration-state';

export const DECLARATIONS: StateTable<DeclarationState> = byDeclaration('declarations.declaration');

/** A registered declaration as it was lodged, kept by itself so that no later event has to write it again. */
interface AwaitedDeclaration {
  readonly party: string;
  readonly version: number;
  readonly declaration: Declaration;
}

/** Asked for where goods may be awaited: at a lodgement that comes before its goods, and when they arrive. */
export const AWAITED: StateTable<AwaitedDeclaration> = {
  name: 'declarations.awaited',
  keysOf: ({ type, declarationId, data }) => {
    const asked = type === 'GoodsArrived' || (type === 'LodgementReceived' && !isPresent(data));
    return asked ? [declarationId] : [];
  },
};

/** How many numbers were given out by office, year and bucket; its rows are nobody's. */
interface NumberSequence {
  readonly party: string;
  readonly last: number;
}

/** Loaded by who gives a number out: the office is known only once the declaration was examined. */
export const SEQUENCES: StateTable<NumberSequence> = {
  name: 'declarations.number_sequence',
  keysOf: () => [],
};

function isPresent(data: unknown): boolean {
  return (data as { readonly goodsPresent?: boolean }).goodsPresent === true;
}
