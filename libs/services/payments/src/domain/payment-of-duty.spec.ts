import {
  account,
  assess,
  declarationId,
  deferment,
  duty,
  ended,
  given,
  guarantee,
  number,
  paid,
  released,
  typesWhen,
  when,
} from './duty.fixture';
import type { Means } from './means';
import type { ObligationCommand } from './payment-of-duty';

describe('Duty by payment notice', () => {
  const noticed = given(assess({ how: 'notice' }));

  it('asks for a payment when it is assessed', () => {
    expect(when(assess({ how: 'notice' }), duty.initial)).toMatchObject([
      { type: 'Charged', owed: '7620' },
      { type: 'PaymentNoticeIssued', noticeNumber: number, amount: { amount: '76.20', currency: 'GBP' } },
    ]);
  });

  it('is secured and settled by the payment', () => {
    expect(when(paid('7620'), noticed)).toMatchObject([
      { type: 'PaymentReceived', amount: '7620' },
      { type: 'DutySecured', how: 'paid', reference: 'bank-1' },
      { type: 'DutySettled', amount: { amount: '76.20' } },
    ]);
  });

  it.each([
    ['less than it asks for', paid('7619')],
    ['more than it asks for', paid('7621')],
    ['another notice', paid('7620', `${declarationId}-2`)],
  ])('takes no payment of %s', (_, payment) => expect(when(payment, noticed)).toEqual([]));

  it('takes no second payment', () => {
    expect(when(paid('7620'), given(assess({ how: 'notice' }), paid('7620')))).toEqual([]);
  });

  it('is paid back in full when the declaration is cancelled', () => {
    expect(when(ended, given(assess({ how: 'notice' }), paid('7620')))).toMatchObject([
      { type: 'Discharged', owed: '7620' },
      { type: 'Repaid', amount: '7620', purpose: 'refund' },
      { type: 'Ended' },
    ]);
  });

  it('takes no payment any more after the cancellation', () => {
    const cancelled = given(assess({ how: 'notice' }), ended);
    expect(cancelled.notice?.status).toBe('withdrawn');
    expect(when(paid('7620'), cancelled)).toEqual([]);
  });
});

describe('Duty by deferment account', () => {
  it('reserves at once what it draws at release, and is settled by that', () => {
    expect(when(assess(deferment), duty.initial)).toMatchObject([
      { type: 'Charged' },
      { type: 'Reserved', account: account.key, amount: '7620' },
      { type: 'DutySecured', how: 'deferred', reference: '1234567' },
    ]);
    expect(when(released, given(assess(deferment)))).toMatchObject([
      { type: 'FallenDue' },
      { type: 'Drawn', account: account.key, amount: '7620' },
      { type: 'DutySettled' },
    ]);
  });

  it.each<[string, Means, string]>([
    ['is short', deferment, 'the deferment account 1234567 has 100.00 left'],
    ['is not known', { ...deferment, standing: undefined }, 'the deferment account 1234567 is not known'],
    [
      'is another party’s',
      { ...deferment, standing: { ...account, party: 'somebody else' } },
      'the deferment account 1234567 is not known',
    ],
    ['is not named', { how: 'deferment' }, 'the declaration names no deferment account'],
  ])('asks for a payment and says why when the account %s', (_, means, reason) => {
    expect(when(assess(means, '10001'), duty.initial)).toMatchObject([
      { type: 'Charged' },
      { type: 'PaymentNoticeIssued', reason },
    ]);
  });

  it('is freed when the declaration is cancelled, and given back when that comes after the release', () => {
    expect(typesWhen(ended, given(assess(deferment)))).toEqual(['Freed', 'Discharged', 'Ended']);
    expect(typesWhen(ended, given(assess(deferment), released))).toEqual(['Restored', 'Discharged', 'Ended']);
  });

  it('is drawn at once when the release was heard of first', () => {
    expect(typesWhen(assess(deferment), given(released))).toEqual([
      'Charged',
      'Reserved',
      'DutySecured',
      'Drawn',
      'DutySettled',
    ]);
  });
});

describe('Duty under a guarantee', () => {
  const afterRelease = given(assess(guarantee), released);

  it('stays owed after release, to be paid within the days that the law gives', () => {
    expect(when(released, given(assess(guarantee)))).toMatchObject([
      { type: 'FallenDue' },
      { type: 'Drawn', account: 'guarantee:importer' },
      { type: 'PaymentNoticeIssued', dueAt: '2026-03-17T08:14:03.000Z' },
    ]);
    expect(afterRelease.settled).toBe(false);
  });

  it('is settled by the payment, which gives the guarantee its balance back', () => {
    expect(typesWhen(paid('7620'), afterRelease)).toEqual(['Restored', 'PaymentReceived', 'DutySettled']);
  });
});

describe('Duty of nothing', () => {
  it('is secured and settled at once, with the reason', () => {
    const nothing = { ...assess({ how: 'notice' }, '0') } as Extract<ObligationCommand, { type: 'Assess' }>;
    const nilReason = 'below the smallest amount collected';
    const command = { ...nothing, assessment: { ...nothing.assessment, nilReason } };
    expect(when(command, duty.initial)).toMatchObject([
      { type: 'Charged', owed: '0', taxes: [] },
      { type: 'DutySecured', how: 'nil', reference: nilReason },
      { type: 'DutySettled' },
    ]);
  });

  it('is so by the declared method where the pack says that it collects nothing', () => {
    expect(when(assess({ how: 'nil', reason: 'embassy' }), duty.initial)).toMatchObject([
      { type: 'Charged', owed: '0' },
      { type: 'DutySecured', how: 'nil', reference: 'embassy' },
      { type: 'DutySettled' },
    ]);
  });
});
