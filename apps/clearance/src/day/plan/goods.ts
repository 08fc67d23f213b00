import type { CountryPack, Day, Office, SampleCommodity } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import { Draw } from './draw';

/** What a simulated consignment holds. */
export interface Goods {
  readonly commodity: SampleCommodity;
  readonly origin: string;
  /** Kilograms. */
  readonly mass: string;
  readonly price: { readonly value: string; readonly currencyID: string };
  readonly office: string;
  /** The rule that the declaration breaks, if it breaks one. */
  readonly slip?: Slip;
}

/** Slips of the pen that every administration rejects. */
export const SLIPS = ['no-mass', 'unknown-commodity', 'unknown-origin', 'no-price'] as const;
export type Slip = (typeof SLIPS)[number];

/** Per cent of all declarations. */
const SHARES = { slip: 2.5, withoutRate: 1.2, underpriced: 5, small: 8, foreignCurrency: 60 };
/** A consignment is worth so many kilograms of the middling commodity. */
const WORTH = { kilograms: 200, spread: 1.1 };
const SMALL_SHARE = Decimal.parse('0.01');
const MASS_LEAST = Decimal.parse('0.001');

/** Draws goods that the pack can clear, but for those that are meant to show what it does with the others. */
export function drawGoods(pack: CountryPack, day: Day, chance: Draw): Goods {
  const { sample } = pack;
  const commodity = chance.happens(SHARES.withoutRate)
    ? sample.commodityWithoutRate
    : chance.oneOf(sample.commodities);
  const worth = worthOf(pack, chance);
  const usualPrice = Decimal.parse(commodity.pricePerKilogram);
  const mass = worth.dividedBy(usualPrice, 3, 'up');
  const share = chance.happens(SHARES.underpriced) ? 5 + chance.below(20) : 85 + chance.below(30);
  const declared = worth.times(Decimal.of(share)).dividedBy(Decimal.of(100), 0, 'up');
  const slip = chance.happens(SHARES.slip) ? chance.oneOf(SLIPS) : undefined;
  return {
    commodity,
    origin: chance.oneOf(commodity.origins),
    mass: (mass.compare(MASS_LEAST) < 0 ? MASS_LEAST : mass).toString(),
    price: priceIn(chance.happens(SHARES.foreignCurrency), declared, pack, day, chance),
    office: busiest(pack.offices(day), chance).code,
    ...(slip ? { slip } : {}),
  };
}

/** Of a kilogram, in whole units of the pack's currency: half of the sample's commodities cost less. */
export function middlingPrice({ sample }: CountryPack): Decimal {
  const prices = sample.commodities.map(({ pricePerKilogram }) => Decimal.parse(pricePerKilogram));
  return prices.sort((one, other) => one.compare(other))[Math.floor(prices.length / 2)]!;
}

function worthOf(pack: CountryPack, chance: Draw): Decimal {
  const kilograms = Math.max(1, Math.round(chance.logNormal(WORTH.kilograms, WORTH.spread)));
  const worth = middlingPrice(pack).times(Decimal.of(kilograms));
  return chance.happens(SHARES.small) ? worth.times(SMALL_SHARE) : worth;
}

function priceIn(
  isForeign: boolean,
  declared: Decimal,
  pack: CountryPack,
  day: Day,
  chance: Draw,
): Goods['price'] {
  const { code } = pack.currency;
  const currency = isForeign ? chance.oneOf(pack.sample.currencies) : code;
  const rate = currency === code ? undefined : pack.exchangeRate(currency, day)?.rate;
  if (!rate) return { value: declared.toString(), currencyID: code };
  return { value: declared.dividedBy(rate, 2, 'up').toString(), currencyID: currency };
}

/** Offices get work as they are staffed for it. */
function busiest(offices: readonly Office[], chance: Draw): Office {
  return chance.weighted(offices, ({ inspectionsPerDay }) => inspectionsPerDay);
}
