import { EVENTS, faultsOf, type TaxAssessed } from '@tonggwan/contracts';
import {
  ALL_BUCKETS,
  Batch,
  type EventTypes,
  MemoryLog,
  MemoryStore,
  type Received,
} from '@tonggwan/messaging';
import { packFor } from '@tonggwan/testing';
import { Bookkeeping } from './bookkeeping';
import { type Account, guaranteeAccount, opened } from './domain/account';
import { PaymentsConsumer } from './payments.consumer';
import { accounts, obligations } from './payments.tables';

const declarationId = '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90';
const now = () => new Date('2026-03-02T09:00:00.000Z');
const types: EventTypes = {
  sourceOf: (type) => EVENTS.find((event) => event.type === type)?.source,
  faultsOf,
};
const about = { declarationId, version: 1, party: 'broker' };
const payable = { amount: '12000', currency: 'KRW' };
const guarantee = opened(guaranteeAccount('importer'), 'guarantee', 'broker', '20000');

type Told = readonly [handler: keyof PaymentsConsumer, type: string, data: object];

const assessed = (more: Partial<TaxAssessed>): Told => [
  'assessed',
  'TaxAssessed',
  {
    ...{ stage: 'final', taxPointAt: '2026-03-02T08:00:00Z', debtor: 'importer', payable },
    ...{ totals: [{ tax: 'VAT', amount: '12000' }] },
    ...more,
  },
];
const released: Told = ['released', 'GoodsReleased', { releasedAt: '2026-03-03T00:00:00.000Z' }];
const refused: Told = ['refused', 'GoodsRefused', { outcome: 'seized' }];
const accepted = (conditions: string[]): Told => [
  'accepted',
  'DeclarationAccepted',
  { conditions, acceptedAt: '2026-03-02T08:00:00Z' },
];

/** What the service says after these events, and its guarantee and ledger. */
async function after(...told: readonly Told[]) {
  const log = new MemoryLog(now);
  const store = new MemoryStore('payments', log, now);
  const pack = packFor('kr');
  const consumer = new PaymentsConsumer(new Bookkeeping({ now }, pack), pack);
  store.tableOf(accounts.name).set(guarantee.key, { revision: 1, state: guarantee });
  for (const [handler, type, data] of told) {
    await store.transact(async (transaction) => {
      const batch = new Batch(transaction, types);
      const event = { declarationId, type, data: { ...about, ...data } } as Received;
      await batch.load(obligations, obligations.keysOf(event, batch));
      await batch.load(accounts, accounts.keysOf(event, batch));
      (consumer[handler] as (events: readonly Received[], batch: Batch) => void)([event], batch);
      batch.flush();
    });
  }
  const logs = await Promise.all(ALL_BUCKETS.map((bucket) => log.read('payments', bucket, 0, 100)));
  const said = logs.flat().map(({ type, data }) => ({ type, data: JSON.parse(data) as object }));
  const account = store.tableOf(accounts.name).get(guarantee.key)?.state as Account;
  const transfers = store.inserted.get('payments.transfer') ?? [];
  return { said, account, transfers };
}

const byGuarantee = assessed({ paymentMethod: 'GUARANTEE' });

describe('The declared method of payment', () => {
  it.each<[string, Told, object]>([
    [
      'GUARANTEE rests on the debtor’s guarantee',
      byGuarantee,
      { type: 'DutySecured', data: { how: 'guaranteed' } },
    ],
    [
      'DEFER without an account is asked for by notice',
      assessed({ paymentMethod: 'DEFER' }),
      { type: 'PaymentNoticeIssued', data: { reason: 'the declaration names no deferment account' } },
    ],
    [
      'DEFER on an account that is not there is asked for by notice',
      assessed({ paymentMethod: 'DEFER', accountReference: 'D9' }),
      { type: 'PaymentNoticeIssued', data: { reason: 'the deferment account D9 is not known' } },
    ],
    [
      'that the pack does not know is paid by notice',
      assessed({ paymentMethod: '?' }),
      { type: 'PaymentNoticeIssued' },
    ],
    ['that is not said is paid by notice', assessed({}), { type: 'PaymentNoticeIssued' }],
  ])('%s', async (_, told, expected) => {
    expect((await after(told)).said).toMatchObject([expected]);
  });

  it('is not looked at while the assessment is indicative', async () => {
    expect((await after(assessed({ stage: 'indicative' }))).said).toEqual([]);
  });
});

describe('A guarantee', () => {
  it('carries the debt from the assessment over the release, each told twice, once', async () => {
    const { said, account, transfers } = await after(byGuarantee, byGuarantee, released, released);
    expect(said.map(({ type }) => type)).toEqual(['DutySecured', 'PaymentNoticeIssued']);
    expect(account).toMatchObject({ reserved: '0', used: '12000' });
    expect(transfers).toMatchObject([
      { purpose: 'charge', lines: 2 },
      { purpose: 'draw', lines: 2 },
    ]);
  });

  it('is free again when the goods are refused', async () => {
    expect((await after(byGuarantee, refused)).account).toMatchObject({ reserved: '0', used: '0' });
  });

  it('is drawn without a release where there are no goods to release', async () => {
    for (const order of [
      [byGuarantee, accepted([])],
      [accepted([]), byGuarantee],
    ]) {
      expect((await after(...order)).account).toMatchObject({ reserved: '0', used: '12000' });
    }
    const waiting = await after(byGuarantee, accepted(['payment']));
    expect(waiting.account).toMatchObject({ reserved: '12000', used: '0' });
  });
});
