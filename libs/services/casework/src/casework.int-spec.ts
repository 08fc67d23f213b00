import type { Caller } from '@tonggwan/service-host';
import { asRole, packFor, queryAs, startTestService, type TestService } from '@tonggwan/testing';
import { caseIdOf } from './domain/case-id';
import { casework } from './index';

const kim: Caller = { subject: 'kim', party: 'CUSTOMS', roles: ['officer'] };
const lee: Caller = { ...kim, subject: 'lee' };
const han: Caller = { ...kim, subject: 'han', roles: ['supervisor'] };
const broker: Caller = { subject: 'b1', party: 'BROKER-1', roles: ['broker'] };

const idOf = (number: number): string => `01890a5d-ac96-774b-bcce-b3020990000${number}`;
const caseOf = (number: number, kind: 'control' | 'hold' = 'control'): string =>
  caseIdOf(idOf(number), 1, kind);
const about = (number: number) => ({ declarationId: idOf(number), version: 1, party: 'BROKER-1' });

function screened(number: number, channel: string, office = '40') {
  const assessedAt = `2026-03-02T08:00:0${number}.000Z`;
  const data = {
    ...about(number),
    channel,
    reasons: [{ code: 'P1', text: 'cheap' }],
    random: false,
    office,
    assessedAt,
  };
  return { type: 'RiskAssessed', data };
}

function accepted(number: number) {
  const data = {
    ...about(number),
    ...{
      lrn: `LRN-${number}`,
      mrn: `MRN-${number}`,
      lodgedAt: '2026-03-02T08:00:00Z',
      office: '40',
      dataSet: 'IMPORT',
    },
    ...{
      taxPointAt: '2026-03-02T08:00:00Z',
      taxPointBasis: 'lodging',
      goodsPresent: true,
      conditions: ['control'],
    },
    acceptedAt: '2026-03-02T08:00:00Z',
    declaration: { functionalReferenceID: `LRN-${number}`, declarant: { id: 'BROKER-9' } },
  };
  return { type: 'DeclarationAccepted', data };
}

const held = {
  type: 'AssessmentHeld',
  data: {
    ...about(4),
    heldAt: '2026-03-02T08:00:04.000Z',
    reason: 'no-rate',
    details: ['item 1'],
    office: '12',
  },
};

interface QueuePage {
  readonly cases: readonly { readonly caseId: string; readonly claimedBy?: string }[];
  readonly next?: string;
}

describe('casework on a real database', () => {
  let service: TestService;
  const ask = (caller: Caller, number: number, what: string, body?: object, kind?: 'hold') =>
    service.call(caller, 'POST', `/cases/${caseOf(number, kind)}/${what}`, body ?? {});
  const queue = async (query = ''): Promise<QueuePage> =>
    (await service.call(kim, 'GET', `/cases${query}`)).body as QueuePage;
  const idsIn = ({ cases }: QueuePage): string[] => cases.map(({ caseId }) => caseId);
  const said = async (number: number): Promise<unknown[]> => {
    const rows = await queryAs(
      service.adminUrl,
      `select type from casework.outbox where key = $1 order by position`,
      [idOf(number)],
    );
    return (rows as { type: string }[]).map(({ type }) => type);
  };

  beforeAll(async () => {
    service = await startTestService(casework, packFor('kr'));
    const screenings = [
      screened(1, 'yellow'),
      screened(2, 'red'),
      screened(3, 'red', '12'),
      screened(5, 'green'),
    ];
    await service.publish(accepted(1), ...screenings, held);
    await service.eventually(async () => expect((await queue()).cases).toHaveLength(4));
  });
  afterAll(() => service.close());

  it('shows officers the queue, the weightiest first and of those the oldest', async () => {
    expect(idsIn(await queue())).toEqual([caseOf(2), caseOf(3), caseOf(1), caseOf(4, 'hold')]);
    expect(idsIn(await queue('?office=12&kind=control'))).toEqual([caseOf(3)]);
    expect(idsIn(await queue('?status=decided'))).toEqual([]);
  });

  it('shows it page by page', async () => {
    const first = await queue('?limit=3');
    const second = await queue(`?limit=3&cursor=${first.next}`);
    expect([...idsIn(first), ...idsIn(second)]).toEqual(idsIn(await queue()));
    expect(second.next).toBeUndefined();
  });

  it.each(['?kind=none', '?status=none', '?limit=0', '?cursor=none', '?office=%00'])(
    'refuses a query that makes no sense: %s',
    async (query) => expect((await service.call(kim, 'GET', `/cases${query}`)).status).toBe(400),
  );

  it('lets no broker near it', async () => {
    expect((await service.call(broker, 'GET', '/cases')).status).toBe(403);
    expect((await service.call(broker, 'GET', `/cases/${caseOf(1)}`)).status).toBe(403);
    expect((await ask(broker, 1, 'claim')).status).toBe(403);
    expect((await ask(broker, 1, 'decision', { decision: 'clear', reason: 'x' })).status).toBe(403);
  });

  it('shows an officer the declaration, the reasons and what has happened', async () => {
    expect((await service.call(kim, 'GET', `/cases/${caseOf(1)}`)).body).toMatchObject({
      ...{ channel: 'yellow', reasons: [{ code: 'P1', text: 'cheap' }], history: [{ what: 'opened' }] },
      facts: { lrn: 'LRN-1', mrn: 'MRN-1' },
      declaration: { declarant: { id: 'BROKER-9' } },
    });
    expect((await service.call(kim, 'GET', `/cases/${idOf(9)}`)).status).toBe(404);
  });

  it('lets one officer at a time work on a case', async () => {
    const claims = await Promise.all([ask(kim, 1, 'claim'), ask(lee, 1, 'claim')]);
    expect(claims.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    const { claimedBy } = (await queue()).cases.find(({ caseId }) => caseId === caseOf(1))!;
    const [holder, other] = claimedBy === 'kim' ? [kim, lee] : [lee, kim];
    expect((await ask(other, 1, 'decision', { decision: 'clear', reason: 'x' })).status).toBe(409);
    expect((await ask(holder, 1, 'give-back')).status).toBe(200);
    expect((await ask(other, 1, 'claim')).status).toBe(200);
    expect((await ask(han, 1, 'claim')).status).toBe(422);
    expect((await ask(han, 1, 'claim', { reason: 'on leave' })).body).toMatchObject({ claimedBy: 'han' });
  });

  it('takes a decision once, says it, and takes the case out of the queue', async () => {
    await ask(kim, 2, 'claim');
    const refusing = { decision: 'refuse', reason: 'counterfeit' };
    expect((await ask(kim, 2, 'decision', refusing)).body).toMatchObject({
      errors: [{ pointer: '/outcome' }],
    });
    expect((await ask(kim, 2, 'decision', { decision: 'perhaps' })).status).toBe(400);
    expect((await ask(kim, 2, 'decision', { ...refusing, outcome: 'seized' })).status).toBe(200);
    expect((await ask(kim, 2, 'decision', { ...refusing, outcome: 'seized' })).status).toBe(409);
    expect(await said(2)).toEqual(['CaseOpened', 'ControlConcluded']);
    expect(idsIn(await queue())).not.toContain(caseOf(2));
  });

  it('lifts a hold only with rates', async () => {
    await ask(kim, 4, 'claim', {}, 'hold');
    const clearing = { decision: 'clear', reason: 'ruling 12' };
    expect((await ask(kim, 4, 'decision', clearing, 'hold')).status).toBe(422);
    const rates = [{ sequence: 1, tax: 'CUD', rate: '8', source: 'ruling 12' }];
    expect((await ask(kim, 4, 'decision', { ...clearing, rates }, 'hold')).status).toBe(200);
    expect(await said(4)).toEqual(['CaseOpened', 'HoldLifted']);
  });

  it('takes no body beyond all reason', async () => {
    const body = { decision: 'clear', reason: 'x'.repeat(300_000) };
    expect((await ask(kim, 3, 'decision', body)).status).toBe(413);
  });

  it('keeps accepted declarations as they were', async () => {
    const url = asRole(service.adminUrl, 'casework', 'test');
    for (const change of ['update casework.declaration set version = 2', 'delete from casework.declaration'])
      await expect(queryAs(url, change)).rejects.toThrow('permission denied');
  });
});
