import type { RiskAssessed } from '@tonggwan/contracts';
import { packFor, queryAs, startTestService, type TestService } from '@tonggwan/testing';
import { accepted } from './accepted.fixture';
import { riskScreening } from './index';

const COUNT = 120;
/** It can inspect ten a day. */
const OFFICE = '10';

describe('risk-screening on a real database', () => {
  let service: TestService;
  const said = async () => {
    const rows = await queryAs(service.adminUrl, 'select data from risk_screening.outbox');
    return (rows as { data: string }[]).map(({ data }) => JSON.parse(data) as RiskAssessed);
  };

  beforeAll(async () => {
    service = await startTestService(riskScreening, packFor('kr'));
    // Live fish: a profile that picks nearly a third of them, more than the office can inspect.
    const events = Array.from({ length: COUNT }, (_, index) =>
      accepted({ number: index + 1, commodityCode: '030111', office: OFFICE }),
    );
    for (const data of events) await service.publish({ type: 'DeclarationAccepted', data });
    await service.eventually(async () => expect(await said()).toHaveLength(COUNT));
  });
  afterAll(() => service.close());

  it("takes the day's inspections from eight lanes at once and never one more", async () => {
    const red = (await said()).filter(({ channel }) => channel === 'red');
    const capacity = packFor('kr').office(OFFICE, '2026-11-23')!.inspectionsPerDay;
    const [day] = (await queryAs(
      service.adminUrl,
      'select id, state from risk_screening.inspection_day',
    )) as {
      id: string;
      state: { random: number; profiles: number };
    }[];
    expect(day?.id).toBe(`${OFFICE}|2026-11-23`);
    expect(red).toHaveLength(day!.state.random + day!.state.profiles);
    expect(day!.state.profiles).toBe(capacity - 1);
    expect(red.length).toBeLessThanOrEqual(capacity);
  });

  it('keeps a state for each declaration under its owner', async () => {
    const rows = await queryAs(service.adminUrl, 'select distinct party from risk_screening.screening');
    expect(rows).toEqual([{ party: 'BROKER-1' }]);
  });
});
