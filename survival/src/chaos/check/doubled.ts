import { SERVICES } from '@tonggwan/clearance';
import { schemaOf } from '@tonggwan/messaging';

/** Each service says a thing once of a version of a declaration. */
const SAID = SERVICES.map(
  ({ name }) => `
  select key as id, '${name} has said ' || type || ' ' || count(*) || ' times' as what
  from ${schemaOf(name)}.outbox group by key, type, substring(data from '"version":[0-9]+'), substring(data from '"caseId":"[^"]+"')
  having count(*) > 1`,
);

/** What is there more than once and must be there once. */
export const DOUBLED = `
  select min(id) as id, 'reference ' || lrn || ' stands for ' || count(*) || ' declarations' as what
  from declarations.declaration where lrn is not null group by party, lrn having count(*) > 1
  union all
  select min(id), 'number ' || mrn || ' was given ' || count(*) || ' times'
  from declarations.declaration where mrn is not null group by mrn having count(*) > 1
  union all
  select declaration_id::text, 'was answered ' || type || ' ' || count(*) || ' times'
  from gateway.answer group by declaration_id, version, type having count(*) > 1
  union all
  select declaration_id, 'has ' || count(*) || ' cases ' || kind
  from casework.case group by declaration_id, kind having count(*) > 1
  union all
  select declaration_id::text, 'was charged or drawn ' || count(*) || ' times for ' || purpose
  from payments.transfer group by declaration_id, purpose having count(*) > 1
  union all ${SAID.join(' union all ')}`;
