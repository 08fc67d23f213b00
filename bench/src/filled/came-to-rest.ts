import { SERVICES } from '@tonggwan/clearance';
import { schemaOf } from '@tonggwan/messaging';
import type { Client } from 'pg';

const SCHEMAS = SERVICES.map(({ name }) => schemaOf(name));

const HEADS = SERVICES.map(
  ({ name }) => `select '${name}' as source, bucket, next - 1 as head from ${schemaOf(name)}.bucket`,
).join(' union all ');

/** Every lane has heard everything, and the feed of answers goes on behind those that are there. */
const REST = [
  ...SCHEMAS.map(
    (schema) => `
    update ${schema}.lane set positions = (
      select jsonb_object_agg(source, jsonb_build_object('epoch', 1, 'position', head))
      from (${HEADS}) head where head.bucket = lane.bucket)`,
  ),
  `insert into gateway.answer_counter (id, revision, state)
   select 'bucket-' || bucket, 1, jsonb_build_object('party', 'customs', 'last', max(position))
   from gateway.answer group by bucket`,
  'vacuum (analyze)',
  'checkpoint',
];

/** What was filled in is done with, tidied up, known to the planner and on disk. */
export async function cameToRest(client: Client): Promise<void> {
  for (const sentence of REST) await client.query(sentence);
}
