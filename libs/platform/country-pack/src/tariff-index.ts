import type { RateQuery, TariffRate } from './country-pack';
import { DatedIndex } from './dated-index';
import { tariffKey, type TariffRow } from './tables/tariff';

/** Lengths at which a tariff or nomenclature names goods: from the full code down to all goods. */
const LENGTHS = [10, 8, 6, 4, 2, 0];

/**
 * The rates by what they are for. A query takes the row of the longest commodity code that fits it; among those
 * the one that names an additional code, then an origin, then a rate class, goes before one that leaves it open.
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

  /** Whether any row on any day is about these goods in particular. */
  names(tax: string, commodityCode: string): boolean {
    return prefixes(commodityCode).some((code) => code && this.goods.has(`${tax}|${code}`));
  }

  rate(query: RateQuery): TariffRate | undefined {
    for (const code of prefixes(query.commodityCode)) {
      const row = this.goods.has(`${query.tax}|${code}`) ? this.rateOf(query, code) : undefined;
      if (row) return row;
    }
    return undefined;
  }

  private rateOf(query: RateQuery, code: string): TariffRow | undefined {
    const origins = [query.preferentialOrigin, query.origin, ''].filter((origin) => origin !== undefined);
    const classes = [query.rateClass, ''].filter((rateClass) => rateClass !== undefined);
    for (const additional of [...(query.additionalCodes ?? []), '']) {
      for (const origin of origins) {
        for (const rateClass of classes) {
          const row = this.rows.at(tariffKey(query.tax, code, origin, rateClass, additional), query.on);
          if (row) return row;
        }
      }
    }
    return undefined;
  }
}

/** The code itself and what it begins with, longest first. */
export function prefixes(code: string): string[] {
  const shorter = LENGTHS.filter((length) => length < code.length).map((length) => code.slice(0, length));
  return [code, ...shorter];
}
