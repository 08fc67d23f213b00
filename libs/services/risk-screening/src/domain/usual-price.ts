import type { CountryPack, Day } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import type { ScreenedItem } from './screened-declaration';

const HUNDRED = Decimal.of(100);

/**
 * Whether the goods cost less than `percent` of what a kilogram of them usually costs, multiplied out so that nothing
 * is ever divided by a declared mass. Not so where price, mass, rate of exchange or usual price are not known.
 */
export function isBelowUsualPrice(item: ScreenedItem, percent: Decimal, pack: CountryPack, on: Day): boolean {
  const value = valueOf(item, pack, on);
  const mass = numberOf(item.mass);
  const usual = item.commodityCode && pack.usualPricePerKilogram(item.commodityCode, on);
  if (!value || !mass?.isPositive() || !usual) return false;
  return value.times(HUNDRED).compare(percent.times(usual).times(mass)) < 0;
}

/** In the pack's currency. */
function valueOf({ value: amount }: ScreenedItem, pack: CountryPack, on: Day): Decimal | undefined {
  const value = numberOf(amount?.value);
  const currency = amount?.currencyID;
  if (!value || currency === undefined || currency === pack.currency.code) return value;
  const exchange = pack.exchangeRate(currency, on);
  return exchange && value.times(exchange.rate);
}

function numberOf(text: string | undefined): Decimal | undefined {
  return text !== undefined && Decimal.isDecimal(text) ? Decimal.parse(text) : undefined;
}
