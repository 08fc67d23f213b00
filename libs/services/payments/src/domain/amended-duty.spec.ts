import {
  assess,
  declarationId,
  deferment,
  ended,
  given,
  paid,
  released,
  typesWhen,
  when,
} from './duty.fixture';

describe('An amended declaration', () => {
  const paidFirst = given(assess({ how: 'notice' }), paid('7620'));

  it('owes only the difference to what was paid before', () => {
    expect(when(assess({ how: 'notice' }, '9000', 2), paidFirst)).toMatchObject([
      { type: 'Discharged', version: 1 },
      { type: 'Charged', version: 2, owed: '9000' },
      { type: 'PaymentNoticeIssued', noticeNumber: `${declarationId}-2`, amount: { amount: '13.80' } },
    ]);
  });

  it('gets back what it paid too much', () => {
    expect(when(assess({ how: 'notice' }, '7000', 2), paidFirst)).toMatchObject([
      { type: 'Discharged' },
      { type: 'Charged', owed: '7000' },
      { type: 'Repaid', amount: '620', purpose: 'overpayment' },
      { type: 'DutySecured', version: 2, how: 'paid' },
      { type: 'DutySettled', version: 2 },
    ]);
  });

  it('frees what the version before had reserved', () => {
    expect(typesWhen(assess(deferment, '9000', 2), given(assess(deferment)))).toEqual([
      'Freed',
      'Discharged',
      'Charged',
      'Reserved',
      'DutySecured',
    ]);
  });

  it('takes no notice of the version before any more', () => {
    const second = given(assess({ how: 'notice' }, '9000', 2));
    expect(when(assess({ how: 'notice' }), second)).toEqual([]);
  });
});

describe('A repeat', () => {
  it.each([
    ['assessment', [assess(deferment)]],
    ['release', [assess(deferment), released]],
    ['cancellation', [assess(deferment), ended]],
    ['payment', [assess({ how: 'notice' }), paid('7620')]],
  ])('of an %s changes nothing', (_, commands) => {
    expect(when(commands.at(-1)!, given(...commands))).toEqual([]);
  });

  it('of an assessment after the cancellation changes nothing either', () => {
    expect(when(assess(deferment), given(ended))).toEqual([]);
  });
});
