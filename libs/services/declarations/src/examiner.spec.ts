import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Declaration, LodgementReceived } from '@tonggwan/contracts';
import { packFor } from '@tonggwan/testing';
import { Examiner } from './examiner';

const SAMPLE = join(__dirname, '../../../contracts/samples/LodgementReceived.1.json');
const examiner = new Examiner(packFor('gb'));

/** The golden sample of a British import, with something changed in it. */
function sample(change: (declaration: Declaration) => void = () => undefined): LodgementReceived {
  const lodgement = JSON.parse(readFileSync(SAMPLE, 'utf8')) as LodgementReceived;
  change(lodgement.declaration);
  return lodgement;
}

const itemOf = (declaration: Declaration) => declaration.goodsShipment!.governmentAgencyGoodsItem![0]!;

function errorsOf(lodgement: LodgementReceived): string[] {
  const findings = examiner.examine(lodgement);
  return 'errors' in findings ? findings.errors.map(({ code, wcoPointer }) => `${code} ${wcoPointer}`) : [];
}

describe('a British declaration', () => {
  it('that breaks no rule goes the way of its kind', () => {
    expect(examiner.examine(sample())).toMatchObject({
      plan: {
        dataSet: 'H1',
        goods: 'present',
        taxPoint: 'acceptance',
        conditions: ['control', 'payment', 'hold'],
      },
    });
  });

  it.each<[string, string, (declaration: Declaration) => void]>([
    ['an LRN that is too long', 'CDS10010 42A:D026', (d) => (d.functionalReferenceID = 'X'.repeat(23))],
    [
      'an office of exit that there is not',
      'CDS10020 42A/67A[1]/56A:G005',
      (d) => (d.exitOffice = { id: 'GB999999' }),
    ],
    [
      'an item numbered 1000, pointed at by its own number',
      'CDS10020 42A/67A[1]/68A[1000]:006',
      (d) => (itemOf(d).sequenceNumeric = '1000'),
    ],
    [
      'no net mass',
      'CDS10001 42A/67A[1]/68A[1]/23A/65A:128',
      (d) => delete itemOf(d).commodity!.goodsMeasure!.netNetWeightMeasure,
    ],
    [
      'a procedure that there is not',
      'CDS12050 42A/67A[1]/68A[1]/70A:166',
      (d) => (itemOf(d).governmentProcedure![0]!.currentCode = '99'),
    ],
    ['a type that there is not', 'CDS12052 42A:D013', (d) => (d.typeCode = 'XXX')],
    ['an unknown currency', 'CDS10020 42A:109', (d) => (d.invoiceAmount!.currencyID = 'XXX')],
    [
      'a date in 2099',
      'CDS12016 42A:023',
      (d) => (d.acceptanceDateTime = { dateTimeString: '20990101', formatCode: '102' }),
    ],
  ])('with %s is rejected with %s and nothing else', (_, error, change) => {
    expect(errorsOf(sample(change))).toEqual([error]);
  });

  it('is rejected with every rule that it breaks, in the order of the document', () => {
    const lodgement = sample((declaration) => {
      itemOf(declaration).origin![0]!.countryCode = 'QX';
      itemOf(declaration).commodity!.classification![0]!.id = '77000000';
      declaration.goodsItemQuantity = '2';
      declaration.typeCode = 'XXX';
    });
    expect(errorsOf(lodgement)).toEqual([
      'CDS12052 42A:D013',
      'CDS11003 42A:228',
      'CDS10020 42A/67A[1]/68A[1]/23A/21A[1]:145',
      'CDS10020 42A/67A[1]/68A[1]/92A[1]:063',
    ]);
  });

  it('with 999 items is taken and with one more is not', () => {
    const many = (count: number) =>
      sample((declaration) => {
        const item = itemOf(declaration);
        declaration.goodsItemQuantity = String(count);
        declaration.goodsShipment!.governmentAgencyGoodsItem = Array.from({ length: count }, (_, index) => ({
          ...item,
          sequenceNumeric: String(index + 1),
        }));
      });
    expect(errorsOf(many(999))).toEqual([]);
    expect(errorsOf(many(1000))).toEqual(['CDS10020 42A/67A[1]/68A[1000]:006']);
  });

  it('with very many errors is told of the first ones, and that there are more', () => {
    const lodgement = sample((declaration) => {
      itemOf(declaration).origin = Array.from({ length: 600 }, () => ({ countryCode: 'QX' }));
    });
    const errors = errorsOf(lodgement);
    expect([errors.length, errors.at(-1)]).toEqual([501, 'CDS19999 undefined']);
  });
});

describe('a replay of the past', () => {
  const declared = (historical: boolean) => ({
    ...sample((declaration) => (declaration.acceptanceDateTime = { dateTimeString: '20200701' })),
    historical,
  });

  it('is taxed at noon of the declared date, by the clock of the office', () => {
    expect(examiner.examine(declared(true))).toMatchObject({
      plan: { declaredAt: '2020-07-01T11:00:00.000Z' },
    });
  });

  it('is a right: without it the declared date moves no tax point', () => {
    const findings = examiner.examine(declared(false));
    expect('plan' in findings && findings.plan.declaredAt).toBeUndefined();
    expect('plan' in findings).toBe(true);
  });
});

describe('the office', () => {
  const officeOf = (change: (declaration: Declaration) => void) => {
    const findings = examiner.examine(sample(change));
    return 'plan' in findings && findings.plan.office;
  };

  it('is where the declaration is lodged, else who supervises, else the first of the pack', () => {
    const first = packFor('gb').offices('2026-03-02')[0]!.code;
    expect(officeOf((d) => (d.declarationOfficeID = 'GBBEL004'))).toBe('GBBEL004');
    expect(officeOf((d) => (d.supervisingOffice = { id: 'GBBEL003' }))).toBe('GBBEL003');
    expect(officeOf(() => undefined)).toBe(first);
  });
});
