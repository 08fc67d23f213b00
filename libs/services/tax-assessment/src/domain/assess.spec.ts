import { assessmentOf, FOR_THE_DECLARATION, linesOf, outcomeOf } from './assessing.fixture';
import { goods, priced, twoTaxes } from './two-taxes.fixture';

describe('an assessment', () => {
  it('works duty and VAT out as published: 2.70 % of 10,000.00, then 20 % of 10,270.00', () => {
    const assessment = assessmentOf({ items: [goods()] });
    const { items, totals, assessed, payable, nilReason } = assessment;
    expect(items[0]).toMatchObject({ sequence: 1, commodityCode: '8471300000', customsValue: '10000.00' });
    expect(linesOf(assessment)).toMatchObject([
      { tax: 'A00', base: '10000.00', baseFormula: 'value', rate: '2.70', amount: '270.00' },
      { tax: 'B00', base: '10270.00', baseFormula: 'value + A00', rate: '20', amount: '2054.00' },
    ]);
    expect(totals).toEqual([
      { tax: 'A00', amount: '270.00' },
      { tax: 'B00', amount: '2054.00' },
    ]);
    expect([assessed, payable, nilReason]).toEqual([
      { amount: '2324.00', currency: 'GBP' },
      { amount: '2324.00', currency: 'GBP' },
      undefined,
    ]);
  });

  it.each([
    ['296.24', '59.24'],
    ['141.88', '28.37'],
    ['2365.53', '473.10'],
  ])('cuts 20 %% of %s down to %s, as published', (value, amount) => {
    const lines = linesOf(assessmentOf({ items: priced(value), law: twoTaxes('0') }));
    expect(lines[1]).toMatchObject({ base: value, amount, rounding: 'down to 0.01' });
  });

  it('says of each amount by which rule and from which source it comes', () => {
    const [line] = linesOf(assessmentOf({ items: [goods()] }));
    expect(line).toMatchObject({ rule: 'third country', source: 'published example', illustrative: true });
  });

  it('says once what holds for many lines: the formula of a tax, and a source', () => {
    const rates = [{ sequence: 2, tax: 'A00', rate: '6.5', source: 'heading 9902' }];
    const decisions = [{ caseId: 'C-7', officer: 'officer-4', rates }];
    const { items, formulas, sources } = assessmentOf({ items: priced('10', '20', '30'), decisions });
    expect(formulas).toEqual([
      { tax: 'A00', baseFormula: 'value', rounding: 'down to 0.01' },
      { tax: 'B00', baseFormula: 'value + A00', rounding: 'down to 0.01' },
    ]);
    expect(sources).toEqual(['published example', 'heading 9902, as found by officer-4']);
    expect(items.map(({ lines }) => lines.map(({ source }) => source))).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
  });

  it('keeps lines exact and cuts the sum where the law cuts the declaration', () => {
    const law = twoTaxes('8', FOR_THE_DECLARATION);
    const assessment = assessmentOf({ items: priced('10.07', '10.07'), law });
    expect(linesOf(assessment).map(({ amount }) => amount)).toEqual([
      '0.8056',
      '2.17512',
      '0.8056',
      '2.17512',
    ]);
    expect(linesOf(assessment)[0]!.rounding).toBe('exact, the sum of all items down to 1');
    expect(assessment.totals.map(({ amount }) => amount)).toEqual(['1.00', '4.00']);
  });

  it.each([
    ['44.99', '8.99', '0.00', 'below-smallest-collected'],
    ['45.00', '9.00', '9.00', undefined],
    ['0.01', '0.00', '0.00', 'nothing-owed'],
  ])('of goods worth %s is %s, of which %s is owed', (value, assessed, payable, nilReason) => {
    const assessment = assessmentOf({ items: priced(value), law: twoTaxes('0') });
    expect([assessment.assessed.amount, assessment.payable.amount]).toEqual([assessed, payable]);
    expect(assessment.nilReason).toBe(nilReason);
  });

  it('asks for nothing where the kind of declaration is not taxed', () => {
    const declaration = { typeCode: 'EXA' };
    const { items, totals, payable, nilReason } = assessmentOf({ items: [goods()], declaration });
    expect(items).toMatchObject([{ customsValue: '10000.00', lines: [] }]);
    expect([totals, payable.amount, nilReason]).toEqual([[], '0.00', 'not-taxed']);
  });

  it('is indicative before acceptance, and provisional where only a statistical value is declared', () => {
    const estimated = [goods({ price: { value: '5', basis: 'statistical' } })];
    expect(assessmentOf({ items: [goods()], step: 'registered' }).stage).toBe('indicative');
    expect(assessmentOf({ items: [goods()] }).stage).toBe('final');
    expect(assessmentOf({ items: estimated }).stage).toBe('provisional');
  });

  it('is held, never zero, where the tariff has no rate, and says so of every such item', () => {
    const without = (sequence: number) => goods({ sequence, commodityCode: '9900000000' });
    expect(outcomeOf({ items: [goods(), without(2), without(3)] })).toMatchObject({
      type: 'AssessmentHeld',
      data: {
        reason: 'no-rate',
        office: 'GBFXT001',
        details: [
          'item 2: A00 has no rate for 9900000000 of CN in rate class 100 on 2026-03-02',
          'item 3: A00 has no rate for 9900000000 of CN in rate class 100 on 2026-03-02',
        ],
      },
    });
  });

  it.each([
    [
      'an exchange rate',
      [goods({ price: { value: '1', currency: 'XTS', basis: 'invoice' } })],
      'no-exchange-rate',
    ],
    ['a commodity code', [goods({ commodityCode: undefined })], 'no-commodity-code'],
    ['goods', [], 'no-items'],
  ] as const)('is held without %s', (_, items, reason) => {
    expect(outcomeOf({ items })).toMatchObject({ type: 'AssessmentHeld', data: { reason } });
  });

  it('takes the rate that an officer found and names his decision', () => {
    const rates = [{ sequence: 1, tax: 'A00', rate: '6.5', source: 'chapter 99, heading 9902' }];
    const decisions = [{ caseId: 'C-7', officer: 'officer-4', rates }];
    const items = [goods({ commodityCode: '9900000000' })];
    expect(linesOf(assessmentOf({ items, decisions }))[0]).toMatchObject({
      rate: '6.5',
      amount: '650.00',
      rule: "officer's decision in case C-7",
      source: 'chapter 99, heading 9902, as found by officer-4',
      illustrative: false,
    });
  });

  it('stays held where an officer found a rate that is none', () => {
    const rates = [{ sequence: 1, tax: 'A00', rate: '-6.5', source: 'nowhere' }];
    const decisions = [{ caseId: 'C-7', officer: 'officer-4', rates }];
    expect(outcomeOf({ items: [goods({ commodityCode: '9900000000' })], decisions }).type).toBe(
      'AssessmentHeld',
    );
  });

  it.each([
    [['N', 'E'], 'E', 'DAN-1'],
    [['R', 'E'], 'R', 'GUA-1'],
    [['N'], 'N', 'DAN-1'],
    [[], undefined, 'DAN-1'],
  ])('of methods %p names %p and account %p', (methods, paymentMethod, accountReference) => {
    const payment = { methods, defermentAccount: 'DAN-1', guarantee: 'GUA-1', debtor: 'GB1' };
    const assessment = assessmentOf({ items: [goods()], declaration: { payment } });
    expect(assessment).toMatchObject({ debtor: 'GB1', accountReference });
    expect(assessment.paymentMethod).toBe(paymentMethod);
  });
});
