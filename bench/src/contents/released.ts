import type { Client } from 'pg';

/** A released declaration, and what its final rows say. */
export interface Released {
  readonly id: string;
  readonly lrn: string;
  readonly mrn: string;
}

/** The references of what was in a database before a row began begin so; it is none of the row's. */
export const FILLED_LRN = 'FILLED-';

/** Its status, goods, values, taxes, debt and postings, without ids, references, names of parties and instants. */
const RELEASED = `
  select d.id, d.lrn, d.mrn, jsonb_build_object(
    'status', d.status,
    'goods', c.declaration #> '{goodsShipment,governmentAgencyGoodsItem}',
    'values', a.state #> '{versions,1,outcome,data,items}',
    'totals', a.state #> '{versions,1,outcome,data,totals}',
    'debt', o.state - '{party,debtor,cover}'::text[],
    'cover', (o.state -> 'cover') - 'account',
    'postings', (
      select jsonb_agg(jsonb_build_array(purpose, split_part(account, ':', 1), tax, amount) order by purpose, line)
      from payments.posting where declaration_id = d.id::uuid)
  )::text as content
  from declarations.declaration d
  left join casework.declaration c on c.declaration_id = d.id::uuid
  left join tax_assessment.assessment a on a.id = d.id
  left join payments.obligation o on o.id = d.id
  where d.status in ('released', 'cleared') and d.lrn not like '${FILLED_LRN}%'`;

/** Reads each content once from the tables of the product, in which all rows write. */
export async function contentsIn(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ content: string }>(
    `select distinct content from (${RELEASED}) as one`,
  );
  return rows.map(({ content }) => content);
}

/** One released declaration for each content that was released. */
export async function oneOfEach(client: Client): Promise<readonly Released[]> {
  const { rows } = await client.query<Released>(
    `select distinct on (content) id, lrn, mrn from (${RELEASED}) as one order by content, id`,
  );
  return rows;
}
