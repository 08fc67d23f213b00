import { Decimal } from '@tonggwan/kernel';
import { withDatabase } from './summary';

/** What an importer was charged and still owes, in whole units of the pack's currency. */
export interface Debt {
  readonly importer: string;
  readonly declarations: number;
  readonly charged: string;
  readonly owed: string;
}

export interface Debts {
  readonly total: Omit<Debt, 'importer'> & { readonly importers: number };
  readonly largest: readonly Debt[];
}

const LISTED = 8;
/** Debts in smallest coins; what a cancelled or refused declaration was charged is not owed any more. */
const DEBTS = `
  with debt as (
    select state ->> 'debtor' importer, (state ->> 'owed')::numeric charged,
      case when (state ->> 'settled')::boolean then 0 else (state ->> 'owed')::numeric end owed
    from payments.obligation where (state ->> 'version')::int > 0 and not (state ->> 'ended')::boolean
  )
  select importer, count(*)::int declarations, count(distinct importer)::int importers,
    coalesce(sum(charged), 0)::text charged, coalesce(sum(owed), 0)::text owed
  from debt group by grouping sets ((importer), ())
  order by grouping(importer) desc, sum(owed) desc, sum(charged) desc limit ${LISTED + 1}`;

interface Row extends Debt {
  readonly importers: number;
}

/** @param digits decimals of the pack's currency */
export async function debtsOf(databaseUrl: string, digits: number): Promise<Debts> {
  const { rows } = await withDatabase(databaseUrl, (client) => client.query<Row>(DEBTS));
  const [total, ...largest] = rows.map((row) => ({
    ...row,
    charged: Decimal.ofMinor(BigInt(row.charged), digits).toString(),
    owed: Decimal.ofMinor(BigInt(row.owed), digits).toString(),
  }));
  return { total: total!, largest };
}
