import { caseOf, decide } from './casework.fixture';
import { COCOA_BEANS, consignment } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { lodgedWithGoods, shown, shownWhen } from './lodging.fixture';

const RATE = { sequence: 1, tax: 'CUD', rate: '8', source: 'ruling 12' };

describe('goods that the tariff has no rate for', () => {
  let house: House;
  let id: string;

  beforeAll(async () => {
    house = await openHouse('kr');
    const goods = { ...COCOA_BEANS, mass: '30', price: '183000' };
    ({ id } = await lodgedWithGoods(house, consignment('COCOA', goods)));
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  it('are accepted and held, with no amount at all, and their owner is told so', async () => {
    const { status, outstanding, amounts } = await shown(house.as.broker, id);
    expect(status).toBe('accepted');
    expect(outstanding).toEqual(expect.arrayContaining(['hold', 'payment']));
    expect(amounts).toBeUndefined();
    const assessment = await house.as.broker.get(`/declarations/${id}/assessment`);
    expect(assessment.body).toMatchObject({ status: 'held', reason: 'no-rate' });
    const { body } = await house.as.broker.get<{ answers: { type: string }[] }>(
      `/declarations/${id}/answers`,
    );
    expect(body.answers.map(({ type }) => type)).toContain('held');
    expect(body.answers.map(({ type }) => type)).not.toContain('secured');
  });

  it("are an officer's case, which cannot be cleared without a rate", async () => {
    const { officer } = house.as;
    const hold = await caseOf(house, id, 'hold');
    expect(hold.reasons.map(({ code }) => code)).toEqual(['no-rate']);
    const refused = await decide(officer, hold, { decision: 'clear', reason: 'seems right' });
    expect(refused).toMatchObject({ status: 422, body: { title: 'rates-missing' } });
    expect((await shown(house.as.broker, id)).outstanding).toContain('hold');
  });

  it('are assessed with the rate that he finds, paid and released', async () => {
    const { officer, bank, broker } = house.as;
    const hold = await caseOf(house, id, 'hold');
    const decision = { decision: 'clear', reason: 'as ruled', rates: [RATE] };
    expect(await decide(officer, hold, decision)).toMatchObject({ status: 200 });

    const { amounts, notice } = await shownWhen(broker, id, (now) => now.notice !== undefined);
    expect(amounts).toMatchObject({
      taxes: { CUD: { amount: '14640' }, VAT: { amount: '19760' } },
      payable: { amount: '34400', currency: 'KRW' },
    });
    const payment = { noticeNumber: notice!.number, amount: notice!.amount, reference: 'BANK-1' };
    expect(await bank.post('/payments', payment)).toMatchObject({ status: 200 });

    const { outstanding } = await shownWhen(broker, id, (now) => !now.outstanding.includes('payment'));
    expect(outstanding).not.toContain('hold');
    if (outstanding.includes('control'))
      await decide(officer, await caseOf(house, id, 'control'), { decision: 'clear', reason: 'as declared' });
    await shownWhen(broker, id, ({ status }) => status === 'cleared');
  }, 120_000);
});
