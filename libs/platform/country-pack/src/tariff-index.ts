import type { RateQuery, TariffRate } from './model';
import { DatedIndex } from './dated-index';
import { tariffKey, type TariffRow } from './tables/tariff';

/** Lengths at which a tariff or nomenclature names goods: from the full code down to all goods. */
const LENGTHS = [10, 8, 6, 4, 2, 0];

/**
 * The rates by what they are for. A query takes the row of the longest commodity code that fits it; among
 * those the one that names an additional code, then an origin, then a rate class, goes before one that
 * leaves it open.
 */
export class TariffIndex {
  private readonly rows = new DatedIndex<TariffRow>();
  private readonly goods = new Set<string>();

  add(row: TariffRow): TariffRow | undefined {
    this.goods.add(`${row.tax}|${row.commodity}`);
    return this.rows.add(
      tariffKey(row.tax, row.commodity, row.origin, row.rateClass, row.additionalCode),
      row,
    );
  }

  /** Whether there is a rate on any day. */
  knows(query: Omit<RateQuery, 'on'>): boolean {
    for (const key of this.keysOf(query)) if (this.rows.has(key)) return true;
    return false;
  }

  rate(query: RateQuery): TariffRate | undefined {
    for (const key of this.keysOf(query)) {
      const row = this.rows.at(key, query.on);
      if (row) return row;
    }
    return undefined;
  }

  private *keysOf(query: Omit<RateQuery, 'on'>): Generator<string> {
    const { tax, commodityCode, origin, preferentialOrigin, rateClass, additionalCodes = [] } = query;
    const origins = [preferentialOrigin, origin, ''].filter((country) => country !== undefined);
    const classes = [rateClass, ''].filter((claimed) => claimed !== undefined);
    for (const code of prefixes(commodityCode)) {
      if (!this.goods.has(`${tax}|${code}`)) continue;
      for (const additional of [...additionalCodes, '']) {
        for (const country of origins) {
          for (const claimed of classes) yield tariffKey(tax, code, country, claimed, additional);
        }
      }
    }
  }
}

/** The code itself and what it begins with, longest first. */
export function prefixes(code: string): string[] {
  const shorter = LENGTHS.filter((length) => length < code.length).map((length) => code.slice(0, length));
  return [code, ...shorter];
}
