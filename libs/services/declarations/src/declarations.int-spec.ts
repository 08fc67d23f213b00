import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LodgementReceived } from '@tonggwan/contracts';
import { uuidV7 } from '@tonggwan/kernel';
import { type Caller, systemRandom } from '@tonggwan/service-host';
import { packFor, queryAs, startTestService, type TestService } from '@tonggwan/testing';
import { declarations } from './index';

const sample = JSON.parse(
  readFileSync(join(__dirname, '../../../contracts/samples/LodgementReceived.1.json'), 'utf8'),
) as LodgementReceived;

const broker: Caller = { subject: 'b1', party: sample.party, roles: ['broker'] };
const other: Caller = { subject: 'b2', party: 'GB999999999000', roles: ['broker'] };
const officer: Caller = { subject: 'o1', party: 'customs', roles: ['officer'] };

const PRESENT = '01980c5e-4a10-7c3e-9f21-000000000001';
const AWAY = '01980c5e-4a10-7c3e-9f21-000000000002';
const REJECTED = '01980c5e-4a10-7c3e-9f21-000000000003';

describe('the declarations service on a real database', () => {
  let service: TestService;
  const about = (declarationId: string) => ({ declarationId, version: 1, party: sample.party });
  const get = async (caller: Caller, path: string) =>
    (await service.call(caller, 'GET', `/declarations${path}`)) as {
      status: number;
      headers: Record<string, string>;
      body: Record<string, unknown>;
    };
  const statusOf = async (id: string) => (await get(broker, `/${id}`)).body.status;
  const becomes = (id: string, status: string) =>
    service.eventually(async () => expect(await statusOf(id)).toBe(status));

  beforeAll(async () => {
    service = await startTestService(declarations, packFor('gb'));
    const lodge = (id: string, lrn: string, change: Partial<LodgementReceived> = {}) => {
      const data = { ...sample, ...about(id), lrn, ...change };
      return { type: 'LodgementReceived', data };
    };
    const wrong = { ...sample.declaration, typeCode: 'XXX' };
    await service.publish(
      lodge(PRESENT, 'LRN-1'),
      lodge(AWAY, 'LRN-2', { goodsPresent: false }),
      lodge(REJECTED, 'LRN-3', { declaration: wrong }),
    );
    await becomes(REJECTED, 'rejected');
    await becomes(AWAY, 'registered');
    await becomes(PRESENT, 'accepted');
  });
  afterAll(() => service.close());

  it('shows its owner how a declaration stands', async () => {
    const { body, headers, status } = await get(broker, `/${PRESENT}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ id: PRESENT, lrn: 'LRN-1', version: 1, status: 'accepted', outstanding: ['control', 'payment'] },
      ...{ errors: [], documents: [], taxPointBasis: 'acceptance', unknownFields: sample.unknownFields },
      links: { self: `/declarations/${PRESENT}` },
    });
    expect(body.mrn).toMatch(/^\d\dGB/);
    const unchanged = await service.app.inject({
      method: 'GET',
      url: `/declarations/${PRESENT}`,
      headers: { authorization: await service.authorization(broker), 'if-none-match': headers.etag },
    });
    expect([unchanged.statusCode, unchanged.payload]).toEqual([304, '']);
  });

  it('says every error of a rejected one', async () => {
    expect((await get(broker, `/${REJECTED}`)).body.errors).toEqual([
      {
        code: 'CDS12052',
        pointer: '/typeCode',
        wcoPointer: '42A:D013',
        message: 'XXX is not a declaration type that holds on this day',
      },
    ]);
  });

  it('has nothing for another party, neither the declaration nor a place in its list', async () => {
    expect((await get(other, `/${PRESENT}`)).status).toBe(404);
    expect((await get(other, `/${PRESENT}/timeline`)).status).toBe(404);
    expect((await get(other, '')).body.declarations).toEqual([]);
    const cancel = await service.call(other, 'POST', `/declarations/${PRESENT}/cancellation`, {
      reason: 'x',
    });
    expect(cancel.status).toBe(404);
    expect((await get(broker, '/no-such-id')).status).toBe(404);
  });

  it('shows each his own, however many ask at the same time on the same few connections', async () => {
    const asks = Array.from({ length: 60 }, async (_, turn) => {
      const caller = [broker, other, officer][turn % 3]!;
      return `${caller.subject} ${(await get(caller, `/${[PRESENT, AWAY][turn % 2]!}`)).status}`;
    });
    expect(new Set(await Promise.all(asks))).toEqual(new Set(['b1 200', 'b2 404', 'o1 200']));
  });

  it('shows nothing of a declaration whose lodgement is on its way, but waits a moment to do what is asked', async () => {
    const young = uuidV7(new Date(), systemRandom);
    expect((await get(other, `/${young}`)).status).toBe(404);
    const cancelledBy = (caller: Caller) =>
      service.call(caller, 'POST', `/declarations/${young}/cancellation`, { reason: 'lodged twice' });
    const asked = [cancelledBy(other), cancelledBy(broker)];
    const data = { ...sample, ...about(young), party: other.party, lrn: 'LRN-4' };
    await service.publish({ type: 'LodgementReceived', data });
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([202, 404]);
  });

  it('is found by its numbers and listed page by page', async () => {
    const { mrn } = (await get(broker, `/${AWAY}`)).body;
    const ids = async (query: string) => {
      const { body } = await get(broker, query);
      return (body.declarations as { id: string }[]).map(({ id }) => id);
    };
    expect(await ids(`?mrn=${String(mrn)}`)).toEqual([AWAY]);
    expect(await ids('?lrn=LRN-3')).toEqual([REJECTED]);
    const first = await get(broker, '?limit=2');
    expect(await ids(`?limit=2&cursor=${String(first.body.next)}`)).toEqual([REJECTED]);
    expect((await get(officer, '')).body.declarations).toHaveLength(4);
    expect((await get(broker, '?limit=101')).status).toBe(400);
    expect((await get(broker, '?cursor=nonsense')).status).toBe(400);
  });

  it('shows the channel to officers and to nobody else', async () => {
    const reasons = [{ code: 'P1', text: 'profile one' }];
    const screened = {
      channel: 'red',
      reasons,
      random: false,
      office: 'X',
      assessedAt: '2026-03-02T09:00:00Z',
    };
    await service.publish({ type: 'RiskAssessed', data: { ...about(PRESENT), ...screened } });
    await service.eventually(async () =>
      expect((await get(officer, `/${PRESENT}`)).body).toMatchObject({ channel: 'red', reasons }),
    );
    const shown = [await get(broker, `/${PRESENT}`), await get(broker, `/${PRESENT}/timeline`)];
    expect(JSON.stringify(shown.map(({ body }) => body))).not.toMatch(/channel|red"|profile|screened/);
  });

  it('accepts what was registered when its goods arrive, and says so in its log', async () => {
    const data = { ...about(AWAY), arrivedAt: '2026-03-02T10:00:00Z' };
    await service.publish({ type: 'GoodsArrived', data });
    await becomes(AWAY, 'accepted');
    const rows = await queryAs(
      service.adminUrl,
      'select type from declarations.outbox where key = $1 order by position',
      [AWAY],
    );
    expect(rows).toEqual([{ type: 'DeclarationRegistered' }, { type: 'DeclarationAccepted' }]);
  });

  it('decides a request to cancel, and has amendment not open yet', async () => {
    const ask = (id: string, request: string, body: object) =>
      service.call(broker, 'POST', `/declarations/${id}/${request}`, body);
    expect(await ask(PRESENT, 'cancellation', { reason: 'lodged twice' })).toMatchObject({
      status: 202,
      body: { outcome: 'refused', reason: 'examination' },
    });
    expect(await ask(PRESENT, 'cancellation', {})).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/reason' }] },
    });
    expect(await ask(PRESENT, 'amendment', {})).toMatchObject({
      status: 409,
      body: { title: 'amendment-not-open' },
    });
  });
});
