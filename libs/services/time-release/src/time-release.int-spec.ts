import type { OutgoingEvent } from '@tonggwan/messaging';
import type { Caller } from '@tonggwan/service-host';
import { packFor, queryAs, startTestService, type TestService } from '@tonggwan/testing';
import type { StatisticsRow } from './database/statistics';
import { timeRelease } from './index';

const broker: Caller = { subject: 'b1', party: 'BROKER-1', roles: ['broker'] };
const officer: Caller = { subject: 'o1', party: 'CUSTOMS', roles: ['officer'] };
const idOf = (number: number) => `01890a5d-ac96-774b-bcce-b3020000${String(number).padStart(4, '0')}`;
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 0, minute)).toISOString();

/** What is said of a declaration that is lodged at zero and paid for after so many minutes. */
function life(number: number, paidAfter: number | undefined, party = 'BROKER-1'): OutgoingEvent[] {
  const says = (type: string, more: object): OutgoingEvent => ({
    type,
    data: { declarationId: idOf(number), version: 1, party, ...more } as OutgoingEvent['data'],
  });
  const won = { amount: '20000', currency: 'KRW' };
  const declaration = { functionalReferenceID: `L-${number}` };
  const names = { lrn: `L-${number}`, mrn: `M-${number}`, office: '10', dataSet: 'IMPORT' };
  const received = { form: 'json', historical: false, goodsPresent: true, unknownFields: [], declaration };
  const taxPoint = { taxPointAt: at(0), taxPointBasis: 'lodging', goodsPresent: true, declaration };
  return [
    says('LodgementReceived', { lrn: `L-${number}`, receivedAt: at(0), ...received }),
    says('DeclarationAccepted', {
      ...{ ...names, ...taxPoint, lodgedAt: at(0), acceptedAt: at(1), conditions: ['control', 'payment'] },
    }),
    says('RiskAssessed', { channel: 'green', reasons: [], random: false, office: '10', assessedAt: at(1) }),
    says('PaymentNoticeIssued', { noticeNumber: `N-${number}`, amount: won, issuedAt: at(2) }),
    ...(paidAfter === undefined
      ? []
      : [
          says('DutySecured', { how: 'paid', amount: won, reference: 'R', securedAt: at(2 + paidAfter) }),
          says('GoodsReleased', { mrn: `M-${number}`, releasedAt: at(3 + paidAfter), conditions: [] }),
        ]),
  ];
}

describe('the time release study on a real database', () => {
  let service: TestService;
  const minutes = Array.from({ length: 30 }, (_, number) => 15 + ((number * 7) % 30) * 10);

  beforeAll(async () => {
    service = await startTestService(timeRelease, packFor('kr'));
    const lives = minutes.flatMap((paidAfter, number) => life(number, paidAfter));
    await service.publish(...lives, ...life(100, undefined), ...life(200, 60, 'BROKER-2'));
    await service.eventually(async () => {
      const [row] = await queryAs(
        service.adminUrl,
        `select count(*)::int n from time_release.life where state -> 'durations' ? 'until-release'`,
      );
      expect(row).toEqual({ n: 31 });
    });
  }, 30_000);
  afterAll(() => service.close());

  const table = async (caller: Caller, query = '') =>
    (await service.call(caller, 'GET', `/time-release${query}`)).body as { rows: StatisticsRow[] };

  it('gives a broker the figures of each step over his own declarations', async () => {
    const { rows } = await table(broker);
    const payment = rows.find(({ step }) => step === 'payment')!;
    const sorted = minutes.map((minute) => minute * 60_000).sort((one, other) => one - other);
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length;
    expect(payment).toMatchObject({
      owner: 'bank',
      n: 30,
      unfinished: 1,
      least: sorted[0],
      most: sorted[29],
    });
    expect(payment.mean).toBe(Math.round(mean));
    expect(payment.median).toBe(Math.round((sorted[14]! + sorted[15]!) / 2));
    expect(payment.standardDeviation).toBe(Math.round(Math.sqrt(variance)));
    expect(payment.p90).toBe(Math.round(sorted[26]! + 0.1 * (sorted[27]! - sorted[26]!)));
    expect([payment.mode, payment.modeBin]).toEqual([600_000, 600_000]);
    expect(rows.map(({ step }) => step)).toEqual([
      ...['acceptance', 'securing', 'payment', 'release', 'removal', 'until-release', 'until-removal'],
    ]);
  });

  it('gives customs those of everybody, by channel, office and day', async () => {
    const { rows } = await table(officer, '?by=channel,office,day');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      ...{ step: 'until-release', channel: 'green', office: '10', day: '2026-03-02', n: 31, unfinished: 1 },
    });
    expect((await table(officer, '?from=2026-03-03')).rows).toEqual([]);
  });

  it('keeps the machine’s own time apart: here somebody was always waited for', async () => {
    expect(await table(officer)).toMatchObject({ unit: 'ms', machine: { unit: 'ms', n: 0 } });
  });

  it('answers a broker who asks by channel with a refusal, and a wrong question with what is wrong', async () => {
    expect((await service.call(broker, 'GET', '/time-release?by=step,channel')).status).toBe(403);
    const { status, body } = await service.call(officer, 'GET', '/time-release?by=colour&from=yesterday');
    expect([
      status,
      (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer),
    ]).toEqual([400, ['by', 'from']]);
  });

  it('gives the table as CSV to those who ask for it', async () => {
    const headers = { authorization: await service.authorization(officer), accept: 'text/csv' };
    const answer = await service.app.inject({ method: 'GET', url: '/time-release?by=step,office', headers });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, first] = answer.payload.split('\r\n');
    expect(head).toMatch(/^day,office,channel,step,owner,n,unfinished,mean,/);
    expect(first).toMatch(/^,10,,acceptance,system,31,0,60000,60000,60000,1000,0,/);
  });

  it('tells one life to its owner and to customs, and to nobody else', async () => {
    const { body } = await service.call(broker, 'GET', `/time-release/${idOf(0)}`);
    expect(body).toMatchObject({
      lrn: 'L-0',
      untilRelease: 18 * 60_000,
      waiting: { step: 'removal', owner: 'port' },
    });
    expect(body).not.toHaveProperty('channel');
    const { body: forCustoms } = await service.call(officer, 'GET', `/time-release/${idOf(200)}`);
    expect(forCustoms).toMatchObject({ channel: 'green' });
    expect((await service.call(broker, 'GET', `/time-release/${idOf(200)}`)).status).toBe(404);
  });
});
