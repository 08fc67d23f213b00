import { Declaration, validatorOf } from '@tonggwan/contracts';
import { packFor } from '@tonggwan/testing';
import { Corpus, TEMPLATES } from './corpus';

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
