/** Runs a query and gives its rows. */
export type Query = (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export interface LedgerReport {
  readonly transfers: number;
  readonly postings: number;
  /** Over all postings, in the smallest coins. */
  readonly sum: string;
  /** A sentence for each thing that is not as it must be. */
  readonly faults: readonly string[];
  /** What each kind of account holds, in the smallest coins; a credit is negative. */
  readonly balances: readonly { readonly account: string; readonly balance: string }[];
}

/** One look at the ledger; each row that it finds is a fault, said in `fault`. */
const CHECKS = [
  `select format('transfer %s of %s, version %s: %s of %s postings, which sum to %s',
     t.purpose, t.declaration_id, t.version, count(p.line), t.lines, coalesce(sum(p.amount), 0)) as fault
   from payments.transfer t left join payments.posting p using (declaration_id, version, purpose)
   group by t.declaration_id, t.version, t.purpose having count(p.line) <> t.lines or sum(p.amount) <> 0`,

  `select format('posting %s of %s, version %s, %s belongs to no transfer',
     line, declaration_id, version, purpose) as fault
   from payments.posting p where not exists (select from payments.transfer t
     where (t.declaration_id, t.version, t.purpose) = (p.declaration_id, p.version, p.purpose))`,

  `select format('account %s says that %s is used, its postings say %s', id, used, posted) as fault
   from (select id, (state ->> 'used')::numeric as used,
     (select coalesce(sum(amount), 0) from payments.posting where account = a.id) as posted
     from payments.account a)
   where used <> posted`,

  `select format('account %s holds %s in reserve, its obligations %s', id, reserved, covered) as fault
   from (select id, (state ->> 'reserved')::numeric as reserved,
     (select coalesce(sum((state #>> '{cover,amount}')::numeric), 0) from payments.obligation
      where state #>> '{cover,account}' = a.id and state #>> '{cover,drawn}' = 'false') as covered
     from payments.account a)
   where reserved <> covered`,

  `select format('account %s carries %s of at most %s', id, carried, most) as fault
   from (select id, (state ->> 'reserved')::numeric + (state ->> 'used')::numeric as carried,
     (state ->> 'limit')::numeric as most from payments.account)
   where carried > most or carried < 0`,

  `select format('declaration %s owes %s by its state and %s by its postings', id, owing, posted) as fault
   from (select id, (state ->> 'owed')::numeric - (state ->> 'paid')::numeric
       - case when state #>> '{cover,drawn}' = 'true' then (state #>> '{cover,amount}')::numeric
         else 0 end as owing,
     (select coalesce(sum(amount), 0) from payments.posting
      where declaration_id = o.id::uuid and account like 'debtor:%') as posted from payments.obligation o)
   where owing <> posted`,

  `select format('declaration %s is settled and lacks %s in the treasury', id, owed + posted) as fault
   from (select id, (state ->> 'owed')::numeric as owed,
     (select coalesce(sum(amount), 0) from payments.posting
      where declaration_id = o.id::uuid and account like 'treasury:%') as posted
     from payments.obligation o where state ->> 'settled' = 'true')
   where owed + posted <> 0`,
];

const TOTALS = `select (select count(*)::int from payments.transfer) as transfers, count(*)::int as postings,
  coalesce(sum(amount), 0)::text as sum from payments.posting`;

/** The treasury tax by tax; of debtors and accounts only their sum. */
const BALANCES = `
  select case when account like 'treasury:%' then account else split_part(account, ':', 1) end as account,
    sum(amount)::text as balance
  from payments.posting group by 1 order by 1`;

/** Looks at every transfer, account and obligation, and changes nothing. */
export async function verifyLedger(query: Query): Promise<LedgerReport> {
  const [totals] = (await query(TOTALS)) as unknown as [Omit<LedgerReport, 'faults' | 'balances'>];
  const balances = (await query(BALANCES)) as unknown as LedgerReport['balances'];
  const faults: string[] = [];
  for (const check of CHECKS) {
    const found = (await query(check)) as unknown as { fault: string }[];
    faults.push(...found.map(({ fault }) => fault));
  }
  if (totals.sum !== '0') faults.push(`all postings together sum to ${totals.sum}`);
  return { ...totals, faults, balances };
}
