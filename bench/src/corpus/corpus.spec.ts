import { Declaration, validatorOf } from '@tonggwan/contracts';
import { packFor } from '@tonggwan/testing';
import { ACCOUNTS_MAX, Corpus, type Extent, ITEMS_MAX, TEMPLATES } from './corpus';

const corpusOf = (seed: number) => new Corpus(seed, packFor('kr'), '2026-11-20');
const COUNT = 10_000;

describe('the corpus of a benchmark', () => {
  const corpus = corpusOf(1);
  const lodgements = Array.from({ length: COUNT }, (_, index) => corpus.lodgement(index));

  it('is the same for the same seed, and another for another', () => {
    expect(corpusOf(1).lodgement(17)).toEqual(lodgements[17]);
    expect(corpusOf(2).lodgement(17).text).not.toBe(lodgements[17]!.text);
  });

  it('has declarations of five items that keep the contract, each under a reference of its own', () => {
    const faultsOf = validatorOf(Declaration);
    const declarations = lodgements.slice(0, 500).map(({ text }) => JSON.parse(text) as Declaration);
    expect(declarations.flatMap((declaration) => faultsOf(declaration))).toEqual([]);
    declarations.forEach(({ goodsShipment }) =>
      expect(goodsShipment?.governmentAgencyGoodsItem).toHaveLength(5),
    );
    expect(new Set(declarations.map(({ functionalReferenceID }) => functionalReferenceID)).size).toBe(500);
  });

  it('has one bad declaration in a hundred', () => {
    expect(lodgements.filter(({ isBad }) => isBad).length / COUNT).toBeCloseTo(0.01, 2);
  });

  it('repeats the goods of good declarations after so many, each set another and for several importers', () => {
    const good = lodgements
      .slice(0, 20 * TEMPLATES)
      .map(({ text, isBad }, index) => {
        const { goodsShipment } = JSON.parse(text) as Declaration;
        return { isBad, template: index % TEMPLATES, ...goodsShipment };
      })
      .filter(({ isBad }) => !isBad);
    const goodsOf = new Map(good.map((one) => [one.template, JSON.stringify(one.governmentAgencyGoodsItem)]));
    expect(new Set(goodsOf.values()).size).toBe(TEMPLATES);
    expect(
      good.every((one) => JSON.stringify(one.governmentAgencyGoodsItem) === goodsOf.get(one.template)),
    ).toBe(true);
    const importers = good.filter(({ template }) => template === 1).map(({ importer }) => importer?.id);
    expect(new Set(importers).size).toBeGreaterThan(1);
  });

  it('names only accounts that are opened beforehand', () => {
    const opened = new Set(corpus.accounts('BROKER-1').map(({ reference }) => reference));
    const named = lodgements.map(({ text }) => (JSON.parse(text) as Declaration).additionalDocument?.[0]?.id);
    expect(named.every((reference) => reference && opened.has(reference))).toBe(true);
  });
});

describe('a corpus of another extent', () => {
  const faultsOf = validatorOf(Declaration);
  const inExtent = (extent: Extent) => new Corpus(1, packFor('kr'), '2026-11-20', extent);
  const declarationOf = (corpus: Corpus, index: number) =>
    JSON.parse(corpus.lodgement(index).text) as Declaration;

  it.each([1, 50, ITEMS_MAX])('has %i items in each declaration, numbered from one', (items) => {
    const declaration = declarationOf(inExtent({ items, accounts: ACCOUNTS_MAX }), 3);
    expect(faultsOf(declaration)).toEqual([]);
    const numbers = declaration.goodsShipment?.governmentAgencyGoodsItem?.map((one) => one.sequenceNumeric);
    expect(numbers).toEqual(Array.from({ length: items }, (_, index) => String(index + 1)));
  });

  it('has fewer contents of the largest, which a run can release all', () => {
    const large = inExtent({ items: ITEMS_MAX, accounts: ACCOUNTS_MAX });
    expect(large.templates).toBeLessThan(TEMPLATES);
    const goods = Array.from({ length: 3 * large.templates }, (_, index) => large.lodgement(index + 20))
      .filter(({ isBad }) => !isBad)
      .map(({ text }) =>
        JSON.stringify((JSON.parse(text) as Declaration).goodsShipment?.governmentAgencyGoodsItem),
      );
    expect(new Set(goods).size).toBe(large.templates);
  });

  it('draws the same declarations on fewer accounts', () => {
    const one = corpusOf(1).sharing(1);
    expect(one.accounts('BROKER-1')).toHaveLength(1);
    const [own, shared] = [declarationOf(corpusOf(1), 7), declarationOf(one, 7)];
    expect(shared.additionalDocument?.[0]?.id).toBe(one.accounts('BROKER-1')[0]!.reference);
    expect({ ...shared, additionalDocument: own.additionalDocument }).toEqual(own);
  });
});
