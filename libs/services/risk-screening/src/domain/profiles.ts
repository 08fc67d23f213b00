import type { CountryPack, Day, RiskProfile } from '@tonggwan/country-pack';
import type { ScreenedDeclaration, ScreenedItem } from './screened-declaration';
import { isBelowUsualPrice } from './usual-price';

/** What a screening rests on beside the declaration itself. */
export interface ScreeningBasis {
  readonly pack: CountryPack;
  readonly on: Day;
  /** Makes chance unforeseeable for whoever does not know it. */
  readonly seed: string;
  readonly isFirstTimeTrader: boolean;
}

/** Whether all criteria of a profile hold; those about goods must hold for one and the same item. */
export function matches(
  profile: RiskProfile,
  { declarant, items }: ScreenedDeclaration,
  basis: ScreeningBasis,
): boolean {
  if (profile.declarant !== undefined && profile.declarant !== declarant) return false;
  if (profile.firstTimeTrader !== undefined && profile.firstTimeTrader !== basis.isFirstTimeTrader)
    return false;
  return !isAboutGoods(profile) || items.some((item) => matchesItem(profile, item, basis));
}

function isAboutGoods({ commodityPrefix, origin, priceBelowUsualPercent }: RiskProfile): boolean {
  return commodityPrefix !== undefined || origin !== undefined || priceBelowUsualPercent !== undefined;
}

function matchesItem(profile: RiskProfile, item: ScreenedItem, { pack, on }: ScreeningBasis): boolean {
  const { commodityPrefix, origin, priceBelowUsualPercent } = profile;
  if (commodityPrefix !== undefined && !item.commodityCode?.startsWith(commodityPrefix)) return false;
  if (origin !== undefined && item.origin !== origin) return false;
  return priceBelowUsualPercent === undefined || isBelowUsualPrice(item, priceBelowUsualPercent, pack, on);
}
