import type { RateQuery, TariffRate } from './model';
import { DatedIndex } from './dated-index';
import { tariffKey, type TariffRow } from './tables/tariff';

type Find<Found> = (key: string) => Found | undefined;

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
    return this.first(query, (key) => this.rows.has(key) || undefined) ?? false;
  }

  rate(query: RateQuery): TariffRate | undefined {
    return this.first(query, (key) => this.rows.at(key, query.on));
  }

  /** What is found under the first key, in order of precedence, under which anything is. */
  private first<Found>(query: Omit<RateQuery, 'on'>, find: Find<Found>): Found | undefined {
    const { tax, commodityCode, origin, preferentialOrigin, rateClass, additionalCodes = [] } = query;
    const additions = [...additionalCodes, ''];
    const origins = [preferentialOrigin, origin, ''].filter((country) => country !== undefined);
    const classes = [rateClass, ''].filter((claimed) => claimed !== undefined);
    return ofLongest(commodityCode, (code) => {
      if (!this.goods.has(`${tax}|${code}`)) return undefined;
      for (const additional of additions) {
        for (const country of origins) {
          for (const claimed of classes) {
            const found = find(tariffKey(tax, code, country, claimed, additional));
            if (found !== undefined) return found;
          }
        }
      }
      return undefined;
    });
  }
}

/** What is found for the longest beginning of a commodity code, the code itself first, for which anything is. */
export function ofLongest<Found>(code: string, find: Find<Found>): Found | undefined {
  const found = find(code);
  if (found !== undefined) return found;
  for (const length of LENGTHS) {
    const shorter = length < code.length ? find(code.slice(0, length)) : undefined;
    if (shorter !== undefined) return shorter;
  }
  return undefined;
}
