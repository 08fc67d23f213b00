import type { TaxAssessed } from '@tonggwan/contracts';
import type { Caller } from '@tonggwan/service-host';
import { asRole, packFor, queryAs, startTestService, type TestService } from '@tonggwan/testing';
import { payments } from './index';

const broker: Caller = { subject: 'b1', party: 'BROKER-1', roles: ['broker'] };
const broker2: Caller = { subject: 'b2', party: 'BROKER-2', roles: ['broker'] };
const bank: Caller = { subject: 'k1', party: 'BANK', roles: ['bank'] };
const administrator: Caller = { subject: 'a1', party: 'CUSTOMS', roles: ['administrator'] };

const idOf = (number: number): string =>
  `01890a5d-ac96-774b-bcce-b30209900${String(number).padStart(3, '0')}`;
const KRW = (amount: string) => ({ amount, currency: 'KRW' });

function assessed(number: number, amount: string, more: Partial<TaxAssessed> = {}) {
  const data: TaxAssessed = {
    ...{ declarationId: idOf(number), version: 1, party: 'BROKER-1', stage: 'final', packVersion: 'kr-1' },
    ...{ assessedAt: '2026-03-02T08:00:00Z', taxPointAt: '2026-03-02T08:00:00Z', debtor: 'IMPORTER' },
    items: [{ sequence: 1, commodityCode: '847130', customsValue: '1', lines: [] }],
    ...{ formulas: [], sources: [] },
    totals: [{ tax: 'VAT', amount }],
    ...{ assessed: KRW(amount), payable: KRW(amount), paymentMethod: 'NOTICE' },
    ...more,
  };
  return { type: 'TaxAssessed', data };
}

function released(number: number) {
  const about = { declarationId: idOf(number), version: 1, party: 'BROKER-1' };
  const data = { ...about, mrn: 'M', releasedAt: '2026-03-03T08:00:00Z', conditions: [] };
  return { type: 'GoodsReleased', data };
}

describe('payments on a real database', () => {
  let service: TestService;
  const said = (number: number) =>
    queryAs(
      service.adminUrl,
      `select type, data::jsonb as data from payments.outbox where key = $1 order by position`,
      [idOf(number)],
    ) as Promise<{ type: string; data: Record<string, unknown> }[]>;
  const saidTypes = async (number: number) => (await said(number)).map(({ type }) => type);

  beforeAll(async () => {
    service = await startTestService(payments, packFor('kr'));
    const limit = { limit: '25000', party: 'BROKER-1' };
    await service.call(administrator, 'POST', '/accounts', { kind: 'deferment', reference: 'D1', ...limit });
  });
  afterAll(() => service.close());

  describe('a payment notice', () => {
    const notice = `${idOf(1)}-1`;
    const payment = { noticeNumber: notice, amount: KRW('12000'), reference: 'BANK-1' };

    beforeAll(async () => {
      await service.publish(assessed(1, '12000'));
      await service.eventually(async () => expect(await saidTypes(1)).toEqual(['PaymentNoticeIssued']));
    });

    it('is seen by who owes it and by the bank, and by nobody else', async () => {
      const seenBy = async (caller: Caller) => (await service.call(caller, 'GET', '/notices')).body;
      const notices = [expect.objectContaining({ noticeNumber: notice, amount: KRW('12000') }) as unknown];
      expect(await seenBy(broker)).toEqual({ notices });
      expect(await seenBy(bank)).toEqual({ notices });
      expect(await seenBy(broker2)).toEqual({ notices: [] });
    });

    it.each([
      ['a broker', broker, payment, 403],
      ['one coin less', bank, { ...payment, amount: KRW('11999') }, 422],
      ['another currency', bank, { ...payment, amount: { amount: '12000', currency: 'GBP' } }, 422],
      ['half a coin', bank, { ...payment, amount: KRW('12000.5') }, 400],
      ['no notice of ours', bank, { ...payment, noticeNumber: 'N-1' }, 404],
      ['a notice that nobody issued', bank, { ...payment, noticeNumber: `${idOf(9)}-1` }, 404],
      ['no body', bank, undefined, 400],
    ])('takes no payment of %s', async (_, caller, body, status) => {
      expect((await service.call(caller, 'POST', '/payments', body)).status).toBe(status);
    });

    it('is paid once, however often and from however many sides the bank says so', async () => {
      const told = await Promise.all([1, 2, 3].map(() => service.call(bank, 'POST', '/payments', payment)));
      expect(told.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(told[1]!.body).toEqual(told[0]!.body);
      expect(await saidTypes(1)).toEqual(['PaymentNoticeIssued', 'DutySecured', 'DutySettled']);
      expect((await service.call(broker, 'GET', '/notices')).body).toEqual({ notices: [] });
    });

    it('takes nothing else under the same reference, and no second payment', async () => {
      const other = { ...payment, amount: KRW('1') };
      expect(await service.call(bank, 'POST', '/payments', other)).toMatchObject({
        status: 409,
        body: { title: 'reference-used' },
      });
      const again = { ...payment, reference: 'BANK-2' };
      expect(await service.call(bank, 'POST', '/payments', again)).toMatchObject({
        status: 409,
        body: { title: 'notice-paid' },
      });
    });
  });

  describe('a deferment account', () => {
    const named = { paymentMethod: 'DEFER', accountReference: 'D1' };

    it('is never drawn beyond its limit by declarations that come together', async () => {
      await service.publish(...[2, 3, 4].map((number) => assessed(number, '10000', named)));
      await service.eventually(async () => {
        const types = await Promise.all([2, 3, 4].map(saidTypes));
        expect(types.flat().sort()).toEqual(['DutySecured', 'DutySecured', 'PaymentNoticeIssued']);
      });
    });

    it('is drawn at release and shows its owner what is left', async () => {
      const all = await Promise.all(
        [2, 3, 4].map(async (number) => ({ number, types: await saidTypes(number) })),
      );
      const secured = all.filter(({ types }) => types.includes('DutySecured'));
      await service.publish(...secured.map(({ number }) => released(number)));
      await service.eventually(async () => {
        const { body } = await service.call(broker, 'GET', '/accounts');
        expect(body).toEqual({
          accounts: [
            expect.objectContaining({ used: KRW('20000'), reserved: KRW('0'), available: KRW('5000') }),
          ],
        });
      });
      expect((await service.call(broker2, 'GET', '/accounts')).body).toEqual({ accounts: [] });
    });

    it('has no limit below what is in use', async () => {
      const body = { kind: 'deferment', reference: 'D1', party: 'BROKER-1', limit: '19999' };
      expect((await service.call(administrator, 'POST', '/accounts', body)).status).toBe(409);
      expect((await service.call(broker, 'POST', '/accounts', body)).status).toBe(403);
    });
  });

  describe('the ledger', () => {
    const asService = () => asRole(service.adminUrl, 'payments', 'test');
    const transfer = (lines: number) =>
      `insert into payments.transfer values ('${idOf(8)}', 1, 'charge', 'BROKER-1', ${lines}, now())`;
    const posting = (line: number, amount: number, id = idOf(8), lines = 2) =>
      `insert into payments.posting
       values ('${id}', 1, 'charge', ${line}, ${lines}, 'bank', ${amount}, null, 'BROKER-1')`;
    const inOneTransaction = (...statements: string[]) => queryAs(asService(), statements.join(';'));

    it.each([
      'update payments.posting set amount = 1',
      'delete from payments.posting',
      'truncate payments.posting',
    ])('gives the service no right to: %s', (statement) =>
      expect(queryAs(asService(), statement)).rejects.toThrow('permission denied'),
    );

    it.each(['update payments.transfer set lines = 3', 'delete from payments.transfer'])(
      'gives the service no right to: %s',
      (statement) => expect(queryAs(asService(), statement)).rejects.toThrow('permission denied'),
    );

    it('ends no transaction with an unbalanced transfer, or with one that lacks postings', async () => {
      const unbalanced = inOneTransaction(transfer(2), posting(1, 5), posting(2, -4));
      await expect(unbalanced).rejects.toThrow('do not sum to zero');
      await expect(inOneTransaction(transfer(2))).rejects.toThrow('its postings are not 2');
      await expect(inOneTransaction(transfer(2), posting(1, 5))).rejects.toThrow('its postings are not 2');
      await inOneTransaction(transfer(2), posting(1, 5), posting(2, -5));
    });

    it('takes no posting without a transfer, and none more for a transfer that is written', async () => {
      await expect(queryAs(asService(), posting(1, 5, idOf(7)))).rejects.toThrow('foreign key');
      await expect(queryAs(asService(), posting(3, 5))).rejects.toThrow('check constraint');
      await expect(queryAs(asService(), posting(3, 5, idOf(8), 3))).rejects.toThrow('foreign key');
    });

    it('takes no second transfer for the same declaration, version and purpose', () =>
      expect(inOneTransaction(transfer(2), posting(1, 5), posting(2, -5))).rejects.toThrow('duplicate key'));

    it('shows no other party’s rows to the role of the doors', async () => {
      const seenBy = async (party: string, table: string) => {
        const options = `-c role=payments_door -c tonggwan.party=${party} -c tonggwan.staff=no`;
        const url = new URL(asService());
        url.searchParams.set('options', options);
        return (await queryAs(url.href, `select 1 from payments.${table} limit 1`)).length;
      };
      for (const table of ['obligation', 'account', 'receipt', 'transfer', 'posting']) {
        expect([await seenBy('BROKER-1', table), await seenBy('BROKER-2', table)]).toEqual([1, 0]);
      }
    });
  });
});
