import type { Declaration } from '@tonggwan/contracts';
import type { CountryPack, DeclarationKind, Law } from '@tonggwan/country-pack';
import type { BrokenRule, Examined, Rule } from './rule';

const KIND: DeclarationKind = {
  typeCode: 'IMA',
  dataSet: 'H1',
  direction: 'import',
  goods: 'present',
  conditions: ['control'],
  taxed: true,
  from: '2020-01-01',
  source: 'specimen',
  illustrative: true,
};

const CODES: Readonly<Record<string, readonly string[]>> = {
  country: ['CN', 'GB'],
  currency: ['GBP', 'USD'],
  office: ['GBBEL004'],
  'package-type': ['CT'],
  'requested-procedure': ['40', '71'],
  'procedure-combination': ['4000', '4071'],
};

/** No more of a pack than the rules ask for. */
function packWith(lists: Readonly<Record<string, readonly string[]>>): CountryPack {
  const law: Partial<Law> = {
    goodsItemsMax: 3,
    commodityCodeDigits: [8, 10],
    declaredDateAheadDaysMax: 2,
  };
  const pack: Partial<CountryPack> = {
    currency: { code: 'GBP', digits: 2 },
    law: law as Law,
    hasList: (list) => list in lists,
    hasCode: (list, code) => lists[list]?.includes(code) ?? false,
    hasCommodity: (code) => code.startsWith('847130'),
    exchangeRate: () => undefined,
    obligations: () => [],
  };
  return pack as CountryPack;
}

/** A declaration on the day of its lodging, 2026-11-21, before a pack of three items and two countries. */
export function examined(
  declaration: Partial<Declaration>,
  change: { readonly kind?: DeclarationKind | null; readonly lists?: typeof CODES } = {},
): Examined {
  return {
    declaration: { functionalReferenceID: 'LRN-1', ...declaration },
    items: declaration.goodsShipment?.governmentAgencyGoodsItem ?? [],
    kind: change.kind === null ? undefined : KIND,
    on: '2026-11-21',
    lodgedOn: '2026-11-21',
    pack: packWith(change.lists ?? CODES),
  };
}

type Item = Examined['items'][number];

export const withItems = (...items: Item[]): Partial<Declaration> => ({
  goodsShipment: { governmentAgencyGoodsItem: items },
});

/** Code and pointer of what a rule finds. */
export const found = (rule: Rule, ...given: Parameters<typeof examined>): string[] =>
  rule(examined(...given)).map(({ code, pointer }: BrokenRule) => `${code} ${pointer}`);
