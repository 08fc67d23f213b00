import { payments } from '@tonggwan/payments';
import { provision } from '@tonggwan/service-host';
import { queryAs, testDatabase } from '@tonggwan/testing';
import { reportLines } from './report';
import { type LedgerReport, verifyLedger } from './verify-ledger';

const declarationId = '01890a5d-ac96-774b-bcce-b30209900001';
const obligation = {
  ...{ party: 'BROKER', version: 1, debtor: 'IMPORTER', owed: '500', paid: '0', taxes: [] },
  ...{ settled: true, due: true, ended: false },
  cover: { account: 'deferment:D1', amount: '500', drawn: true },
};
const account = { key: 'deferment:D1', party: 'BROKER', limit: '1000', reserved: '0', used: '500' };

describe('The verification of a ledger', () => {
  let url: string;
  const run = (text: string, values: unknown[] = []) => queryAs(url, text, values);
  const verified = (): Promise<LedgerReport> =>
    verifyLedger((text) => run(text) as Promise<Record<string, unknown>[]>);
  const about = `'${declarationId}', 1`;
  const transfer = (purpose: string) =>
    `insert into payments.transfer values (${about}, '${purpose}', 'BROKER', 2, now())`;
  const posting = (purpose: string, line: number, account: string, amount: number) =>
    `insert into payments.posting
     values (${about}, '${purpose}', ${line}, 2, '${account}', ${amount}, null, 'BROKER')`;

  beforeAll(async () => {
    url = await testDatabase();
    await provision(url, [payments], () => 'test');
    const state = (table: string) => `insert into payments.${table} (id, revision, state) values ($1, 1, $2)`;
    await run(state('obligation'), [declarationId, JSON.stringify(obligation)]);
    await run(state('account'), [account.key, JSON.stringify(account)]);
    await run(
      [
        transfer('charge'),
        posting('charge', 1, 'debtor:IMPORTER', 500),
        posting('charge', 2, 'treasury:VAT', -500),
        transfer('draw'),
        posting('draw', 1, 'deferment:D1', 500),
        posting('draw', 2, 'debtor:IMPORTER', -500),
      ].join(';'),
    );
  });

  it('finds nothing wrong with one that is whole, and says what it holds', async () => {
    const report = await verified();
    expect(report).toMatchObject({ transfers: 2, postings: 4, sum: '0', faults: [] });
    expect(reportLines(report, true)).toEqual(['{"transfers":2,"postings":4,"sum":"0","faults":[]}']);
    expect(reportLines(report, false).at(-1)).toBe('2 transfers, 4 postings, sum 0: no fault');
  });

  it.each([
    ['an amount that was changed', 'update payments.posting set amount = 501 where line = 1', 'sum to 1'],
    ['a posting that was taken out', `delete from payments.posting where line = 2`, '1 of 2 postings'],
    ['a transfer that was taken out', 'delete from payments.transfer', 'belongs to no transfer'],
    [
      'an account that says other than its postings',
      set('account', '{used}', '"499"'),
      'is used, its postings',
    ],
    ['a reserve that nothing rests on', set('account', '{reserved}', '"1"'), 'in reserve, its obligations 0'],
    ['an account beyond its limit', set('account', '{limit}', '"499"'), 'carries 500 of at most 499'],
    ['a debt that was not posted', set('obligation', '{owed}', '"600"'), 'owes 100 by its state and 0'],
    ['a settled debt without its money', set('obligation', '{owed}', '"600"'), 'lacks 100 in the treasury'],
  ])('finds %s', async (_, tampering, fault) => {
    const whole = `create table kept_posting as table payments.posting;
      create table kept_transfer as table payments.transfer;
      create table kept_account as select id, state from payments.account;
      create table kept_obligation as select id, state from payments.obligation`;
    await run(whole);
    await run(`set session_replication_role = replica; ${tampering}`);
    const { faults } = await verified();
    await run(`set session_replication_role = replica;
      truncate payments.posting, payments.transfer;
      insert into payments.transfer table kept_transfer; insert into payments.posting table kept_posting;
      update payments.account a set state = k.state from kept_account k where k.id = a.id;
      update payments.obligation o set state = k.state from kept_obligation k where k.id = o.id;
      drop table kept_posting, kept_transfer, kept_account, kept_obligation`);
    expect(faults.join('\n')).toContain(fault);
    expect((await verified()).faults).toEqual([]);
  });
});

function set(table: string, path: string, value: string): string {
  return `update payments.${table} set state = jsonb_set(state, '${path}', '${value}')`;
}
