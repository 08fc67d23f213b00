import { SERVICES } from '@tonggwan/clearance';
import { schemaOf } from '@tonggwan/messaging';

const DEAD_LETTERS = SERVICES.map(
  ({ name }) => `select key, type, '${name}' as consumer from ${schemaOf(name)}.dead_letter`,
);

/** What a broker must have been told of a declaration that stands there. */
const ANSWERS_DUE = `
  select id, due from declarations.declaration, unnest(case
    when status = 'rejected' then array['rejected']
    when status in ('released', 'cleared') then array['accepted', 'assessed', 'secured', 'released']
    else array['accepted'] end) due`;

/**
 * Everything that was lodged, whether its sender heard of it or not, has come to its end or waits for an officer, and its
 * sender was told. `$1`: ids that were answered 202; `$2`: ids of what cannot be taken.
 */
export const LOST = `
  select id, 'was answered 202, and the gateway does not have it' as what from unnest($1::text[]) id
  where not exists (select from gateway.lodgement l where l.id = id.id)
  union all
  select id, 'has no message that was kept' from gateway.lodgement
  where id not in (select unnest(declaration_ids)::text from gateway.raw_message)
  union all
  select id, 'was lodged and never heard of' from gateway.lodgement
  where id not in (select id from declarations.declaration)
  union all
  select id, 'stands at ' || status || ' and waits for nobody' from declarations.declaration d
  where status not in ('rejected', 'released', 'cleared')
    and not exists (select from casework.case c where c.declaration_id = d.id and c.status = 'open')
  union all
  select id, 'is ' || status || ', but release has not said so' from declarations.declaration
  where status in ('released', 'cleared')
    and id not in (select key from release.outbox where type = 'GoodsReleased')
  union all
  select key, 'was released, and does not stand so' from release.outbox
  where type = 'GoodsReleased'
    and key not in (select id from declarations.declaration where status in ('released', 'cleared'))
  union all
  select key, 'was released without a duty that is secured' from release.outbox
  where type = 'GoodsReleased' and key not in (select key from payments.outbox where type = 'DutySecured')
  union all
  select due.id, 'was never answered ' || due.due from (${ANSWERS_DUE}) due
  where not exists (
    select from gateway.answer a where a.declaration_id::text = due.id and a.type = due.due)
  union all
  select key, 'is ' || type || ' among the dead letters of ' || consumer from (${DEAD_LETTERS.join(' union all ')}) dead
  where key in (select id from gateway.lodgement)
  union all
  select id, 'could not be taken, and is not among the dead letters' from unnest($2::text[]) id
  where id not in (select key from declarations.dead_letter)`;
