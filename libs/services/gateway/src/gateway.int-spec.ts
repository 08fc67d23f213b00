import { packFor, startTestService, type TestService } from '@tonggwan/testing';
import type { Caller } from '@tonggwan/service-host';
import { gateway } from './index';

interface Receipt {
  readonly id: string;
  readonly status: string;
  readonly errors?: readonly { pointer: string; line?: number; column?: number }[];
}

const broker: Caller = { subject: 'b1', party: 'BROKER-1', roles: ['broker'] };
const terminal: Caller = { subject: 't1', party: 'TERMINAL-1', roles: ['terminal'] };
const declaration = (lrn: string, document?: string) => ({
  functionalReferenceID: lrn,
  goodsShipment: document ? { previousDocument: [{ id: document }] } : {},
});

describe('the gateway', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(gateway, packFor('kr'));
  });
  afterAll(() => service.close());

  const lodge = async (body: unknown, caller = broker) => {
    const { status, body: answer } = await service.call(caller, 'POST', '/declarations', body);
    return { status, answer: answer as Receipt };
  };
  const said = async (declarationId: string) => {
    const { rows } = await service.connections.pool.query<{ type: string }>(
      'select type from gateway.outbox where key = $1 order by position',
      [declarationId],
    );
    return rows.map(({ type }) => type);
  };

  it('takes a declaration and says so in its log', async () => {
    const { status, answer } = await lodge(declaration('L-1'));
    expect([status, answer.status]).toEqual([202, 'received']);
    expect(await said(answer.id)).toEqual(['LodgementReceived']);
  });

  it('gives the first answer again for the same reference with the same content', async () => {
    const first = await lodge(declaration('L-2'));
    const second = await lodge(declaration('L-2'));
    expect([second.status, second.answer.id]).toEqual([202, first.answer.id]);
    expect(await said(first.answer.id)).toHaveLength(1);
  });

  it('refuses the same reference with other content', async () => {
    await lodge(declaration('L-3'));
    expect((await lodge(declaration('L-3', 'BL-9'))).status).toBe(409);
  });

  it('makes one declaration of two that come at the same instant', async () => {
    const both = await Promise.all([lodge(declaration('L-4')), lodge(declaration('L-4'))]);
    expect(new Set(both.map(({ answer }) => answer.id)).size).toBe(1);
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
  });

  it('gives the same reference of another party a declaration of its own', async () => {
    const one = await lodge(declaration('L-5'));
    const other = await lodge(declaration('L-5'), { ...broker, party: 'BROKER-2' });
    expect(other.answer.id).not.toBe(one.answer.id);
  });

  it('lodges 99 good ones of an array beside one bad', async () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      index === 42 ? { no: 'reference' } : declaration(`A-${index}`),
    );
    const { status, body } = await service.call(broker, 'POST', '/declarations', many);
    const answers = body as Receipt[];
    expect(status).toBe(202);
    expect(answers.filter((answer) => answer.status === 'received')).toHaveLength(99);
    expect(answers[42]!.errors![0]!.pointer).toBe('/functionalReferenceID');
    const { rows } = await service.connections.pool.query<{ kept: number }>(
      'select cardinality(declaration_ids) as kept from gateway.raw_message where $1 = any(declaration_ids)',
      [answers[0]!.id],
    );
    expect(rows).toEqual([{ kept: 99 }]);
  });

  it('says where malformed JSON goes wrong, and has kept it', async () => {
    const headers = {
      authorization: await service.authorization(broker),
      'content-type': 'application/json',
    };
    const answer = await service.app.inject({
      method: 'POST',
      url: '/declarations',
      headers,
      payload: '{\n "a": }',
    });
    expect(answer.statusCode).toBe(400);
    expect((JSON.parse(answer.payload) as Receipt).errors![0]).toMatchObject({ line: 2, column: 7 });
    const { rows } = await service.connections.pool.query(
      `select body from gateway.raw_message where fault is not null and body = $1`,
      [Buffer.from('{\n "a": }')],
    );
    expect(rows).toHaveLength(1);
  });

  it('matches goods that came before their declaration', async () => {
    expect((await service.call(terminal, 'POST', '/arrivals', { transportDocument: 'BL-1' })).status).toBe(
      202,
    );
    const { answer } = await lodge(declaration('L-6', 'BL-1'));
    expect(await said(answer.id)).toEqual(['LodgementReceived', 'GoodsArrived']);
  });

  it('matches a declaration that came before its goods, once', async () => {
    const { answer } = await lodge(declaration('L-7', 'BL-2'));
    await service.call(terminal, 'POST', '/arrivals', { transportDocument: 'BL-2' });
    await service.call(terminal, 'POST', '/arrivals', { transportDocument: 'BL-2' });
    expect(await said(answer.id)).toEqual(['LodgementReceived', 'GoodsArrived']);
  });

  it('lets no broker vouch for his own goods', async () => {
    const { status } = await service.call(
      broker,
      'POST',
      '/declarations?goods-present=true',
      declaration('L-8'),
    );
    expect(status).toBe(403);
  });

  it('shows its owner a declaration that nobody else has heard of yet', async () => {
    const before = Date.now();
    const { answer } = await lodge(declaration('L-10'));
    const doors = ['', '/timeline', '/answers'].map((part) => `/declarations/${answer.id}${part}`);
    const shownTo = (caller: Caller) => Promise.all(doors.map((door) => service.call(caller, 'GET', door)));
    const [shown, timeline, answers] = await shownTo(broker);
    expect(shown).toMatchObject({
      status: 200,
      body: { id: answer.id, lrn: 'L-10', version: 1, status: 'received', statusName: { en: 'received' } },
    });
    const { lodgedAt } = shown!.body as { lodgedAt: string };
    expect(Date.parse(lodgedAt)).toBeGreaterThanOrEqual(before);
    const lodged = { at: lodgedAt, what: 'lodged', actor: 'trader' };
    expect([timeline!.body, answers!.body]).toEqual([{ id: answer.id, timeline: [lodged] }, { answers: [] }]);
    const others = await shownTo({ ...broker, party: 'BROKER-2' });
    expect(others.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await service.call(broker, 'GET', '/declarations/no%00id')).status).toBe(404);
  });

  it('feeds answers in order, each once, to their party alone', async () => {
    const { answer } = await lodge(declaration('L-9'), { ...broker, party: 'BROKER-9' });
    const about = { declarationId: answer.id, version: 1, party: 'BROKER-9' };
    const at = '2026-01-01T00:00:00.000Z';
    const released = { ...about, mrn: 'M-1', releasedAt: at, conditions: [] };
    const screened = { ...about, channel: 'red', reasons: [], random: false, office: '010', assessedAt: at };
    await service.publish(
      { type: 'GoodsReleased', data: released },
      { type: 'RiskAssessed', data: screened },
    );
    const feed = async (after = '') => {
      const { body } = await service.call({ ...broker, party: 'BROKER-9' }, 'GET', `/answers${after}`);
      return body as { answers: { type: string }[]; next: string };
    };
    await service.eventually(async () =>
      expect((await feed()).answers.map(({ type }) => type)).toEqual(['released']),
    );
    const { next } = await feed();
    expect((await feed(`?after=${next}`)).answers).toEqual([]);
    expect(((await service.call(broker, 'GET', '/answers')).body as { answers: unknown[] }).answers).toEqual(
      [],
    );
  });
});
