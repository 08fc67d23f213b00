import { SERVICES } from '@tonggwan/clearance';
import { provision } from '@tonggwan/service-host';
import { queryAs, testDatabase } from '@tonggwan/testing';
import { checked } from './check';

const id = '01890a5d-ac96-774b-bcce-b30209900001';
const other = '01890a5d-ac96-774b-bcce-b30209900002';

const said = (service: string, type: string, position: number, key = id) =>
  `insert into ${service}.outbox (bucket, position, epoch, key, type, data)
   values (0, ${position}, 1, '${key}', '${type}', '{"declarationId":"${key}","version":1}')`;
const answered = (type: string, position: number) =>
  `insert into gateway.answer values (0, ${position}, 'BROKER', '${id}', 1, '${type}', '{}', now())`;
const stands = (status: string, key = id) =>
  `insert into declarations.declaration (id, revision, state)
   values ('${key}', 1, '{"party":"BROKER","lrn":"R-1","status":"${status}"}')`;
const lodged = (key = id) =>
  `insert into gateway.lodgement (id, revision, state) values ('${key}', 1, '{"party":"BROKER","lrn":"R-1"}');
   insert into gateway.raw_message values (gen_random_uuid(), 'BROKER', 'broker', now(), 'application/json', '', null,
     array['${key}'::uuid])`;
const dead = (key: string) =>
  `insert into declarations.dead_letter (consumer, source, epoch, bucket, position, key, type, data, headers, at, reason, parked)
   values ('declarations', 'gateway', 1, 0, 7, '${key}', 'LodgementReceived', '', '{}', now(), 'no JSON', false)`;
const caseOf = (caseId: string) =>
  `insert into casework.case (id, revision, state)
   values ('${caseId}', 1, '{"party":"BROKER","declarationId":"${id}","kind":"control","status":"open","priority":1}')`;
const transfer = (version: number) =>
  `insert into payments.transfer values ('${id}', ${version}, 'draw', 'BROKER', 2, now());
   insert into payments.posting values ('${id}', ${version}, 'draw', 1, 2, 'deferment:D1', 5, null, 'BROKER');
   insert into payments.posting values ('${id}', ${version}, 'draw', 2, 2, 'debtor:I', -5, null, 'BROKER')`;

/** One declaration that was released, as all services have it. */
const WHOLE = [
  lodged(),
  stands('released'),
  said('release', 'GoodsReleased', 1),
  said('payments', 'DutySecured', 1),
  ...['accepted', 'assessed', 'secured', 'released'].map((type, place) => answered(type, place + 1)),
].join(';');

describe('The look into all tables', () => {
  let url: string;
  const run = (sql: string) => queryAs(url, sql);
  const look = (accepted = [id], poisoned: string[] = []) => checked(url, accepted, poisoned);

  beforeEach(async () => {
    url = await testDatabase();
    await provision(url, SERVICES, () => 'test');
    await run(WHOLE);
  }, 60_000);

  it('finds nothing wrong with what is whole', async () =>
    expect(await look()).toEqual({ lost: 0, doubled: 0, ledgerSum: '0', findings: [] }));

  it('finds nothing wrong with what waits for an officer', async () => {
    await run(`update declarations.declaration set state = state || '{"status":"accepted"}'; ${caseOf('C-1')};
      delete from release.outbox; delete from gateway.answer where type = 'released'`);
    expect(await look()).toMatchObject({ lost: 0, doubled: 0 });
  });

  it.each([
    ['that a message was answered and is nowhere', 'select', [id, other], 'the gateway does not have it'],
    ['that a message was not kept', 'delete from gateway.raw_message', [id], 'no message that was kept'],
    ['a lodgement that got stuck', lodged(other), [id], 'was lodged and never heard of'],
    [
      'a declaration that waits for nobody',
      `${lodged(other)}; ${stands('accepted', other)}`,
      [id],
      'stands at accepted and waits for nobody',
    ],
    ['a release that nobody said', 'delete from release.outbox', [id], 'release has not said so'],
    ['a release of nothing', said('release', 'GoodsReleased', 2, other), [id], 'does not stand so'],
    ['a release without its duty', 'delete from payments.outbox', [id], 'without a duty that is secured'],
    ['an answer that was not given', `delete from gateway.answer where type = 'secured'`, [id], 'secured'],
    ['an event that took no effect', dead(id), [id], 'among the dead letters of declarations'],
  ])('finds %s', async (_, planted, accepted, words) => {
    await run(planted);
    const { lost, findings } = await look(accepted);
    expect(lost).toBe(1);
    expect(findings.map(({ what }) => what).join()).toContain(words);
  });

  it.each([
    ['a reference that stands twice', `${stands('rejected', other)}`, 'reference R-1 stands for 2'],
    ['a second release', said('release', 'GoodsReleased', 2), 'release has said GoodsReleased 2 times'],
    ['a second answer', answered('released', 5), 'was answered released 2 times'],
    ['a second case', `${caseOf('C-1')}; ${caseOf('C-2')}`, 'has 2 cases control'],
    ['a second debit', `${transfer(1)}; ${transfer(2)}`, '2 times for draw'],
    [
      'money that comes from nowhere',
      `set session_replication_role = replica; ${transfer(1)}; update payments.posting set amount = 6 where line = 1`,
      'sum to 1',
    ],
  ])('finds %s', async (_, planted, words) => {
    await run(planted);
    const { doubled, findings } = await look();
    expect(doubled).toBeGreaterThan(0);
    expect(findings.map(({ what }) => what).join()).toContain(words);
  });

  it('asks of what cannot be taken that it is among the dead letters', async () => {
    expect(await look([id], [other])).toMatchObject({ lost: 1 });
    await run(dead(other));
    expect(await look([id], [other])).toMatchObject({ lost: 0 });
  });
});
