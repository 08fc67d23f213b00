import type { Declaration, GovernmentAgencyGoodsItem } from '@tonggwan/contracts';
import type { CountryPack, Day, DeclarationKind } from '@tonggwan/country-pack';

/** A declaration as the rules look at it. */
export interface Examined {
  readonly declaration: Declaration;
  readonly items: readonly GovernmentAgencyGoodsItem[];
  /** Undefined where the pack knows no such type. */
  readonly kind?: DeclarationKind;
  /** The day whose law and code lists hold. */
  readonly on: Day;
  /** The day on which it came in. */
  readonly lodgedOn: Day;
  readonly pack: CountryPack;
}

export interface BrokenRule {
  readonly code: string;
  /** A JSON Pointer into the declaration. */
  readonly pointer: string;
  readonly message: string;
}

/** One rule of the law: what of a declaration breaks it, with nothing where it holds or does not apply. */
export type Rule = (examined: Examined) => readonly BrokenRule[];

export const ITEMS = '/goodsShipment/governmentAgencyGoodsItem';
