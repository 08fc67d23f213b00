import { withDatabase } from '../summary/summary';

/** What the declarations of a system came to, for a comparison with other systems. */
export interface Tallies {
  readonly rejected: number;
  /** A declaration that breaks several rules counts with each. */
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly held: number;
  /** Owed, but too little to be collected, or nothing at all. */
  readonly belowSmallest: number;
  readonly byRateClass: Readonly<Record<string, RateClassTally>>;
}

/** Sums in whole units of the pack's currency, as they are due. */
interface RateClassTally {
  readonly declarations: number;
  readonly duty: string;
  readonly vat: string;
}

const REJECTED = `
  select error ->> 'code' as name, count(distinct key)::int as n
  from declarations.outbox, jsonb_array_elements(data::jsonb -> 'errors') error
  where type = 'DeclarationRejected' group by 1 order by 1`;

const COUNTS = `
  select (select count(*)::int from declarations.outbox where type = 'DeclarationRejected') as rejected,
    (select count(*)::int from declarations.declaration where state -> 'outstanding' ? 'hold') as held,
    (select count(*)::int from tax_assessment.outbox
     where type = 'TaxAssessed' and data::jsonb ->> 'stage' <> 'indicative' and data::jsonb ? 'nilReason')
      as "belowSmallest"`;

const RATE_CLASS = `{declaration,goodsShipment,governmentAgencyGoodsItem,0,commodity,dutyTaxFee,0,dutyRegimeCode}`;
const BY_RATE_CLASS = `
  with assessed as (
    select key, data::jsonb -> 'totals' as totals from tax_assessment.outbox
    where type = 'TaxAssessed' and data::jsonb ->> 'stage' <> 'indicative'),
  due as (
    select key, coalesce(sum((total ->> 'amount')::numeric) filter (where total ->> 'tax' <> 'VAT'), 0) as duty,
      coalesce(sum((total ->> 'amount')::numeric) filter (where total ->> 'tax' = 'VAT'), 0) as vat
    from assessed left join lateral jsonb_array_elements(totals) total on true group by key)
  select data::jsonb #>> '${RATE_CLASS}' as name, count(*)::int as declarations, sum(duty)::text as duty, sum(vat)::text as vat
  from due join gateway.outbox using (key) where type = 'LodgementReceived' group by 1 order by 1`;

type Named<Row> = Row & { readonly name: string };

/** Counted from what the services have said, whatever they keep. */
export function talliesOf(databaseUrl: string): Promise<Tallies> {
  return withDatabase(databaseUrl, async (client) => {
    const rejected = await client.query<{ name: string; n: number }>(REJECTED);
    const counts = await client.query<Pick<Tallies, 'rejected' | 'held' | 'belowSmallest'>>(COUNTS);
    const classes = await client.query<Named<RateClassTally>>(BY_RATE_CLASS);
    return {
      ...counts.rows[0]!,
      rejectedBy: Object.fromEntries(rejected.rows.map(({ name, n }) => [name, n])),
      byRateClass: Object.fromEntries(classes.rows.map(({ name, ...tally }) => [name ?? 'none', tally])),
    };
  });
}
