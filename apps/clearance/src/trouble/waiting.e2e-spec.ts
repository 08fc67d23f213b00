import type { Declaration } from '@tonggwan/contracts';
import { COCOA_BEANS, consignment, transportDocument } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { type Receipt, shown } from './lodging.fixture';

const WAIT = { prefer: 'wait=5' };

describe('a lodging that prefers to wait', () => {
  let house: House;

  beforeAll(async () => (house = await openHouse('kr')), 120_000);
  afterAll(() => house.close(), 60_000);

  const lodge = (declaration: Declaration, headers: Readonly<Record<string, string>> = WAIT) =>
    house.as.broker.post<Receipt>('/declarations', declaration, headers);

  it.each([
    ['rejected', consignment('BAD', { mass: '0' })],
    ['registered', consignment('ABSENT')],
  ])('is answered with the end of what can happen without people: %s', async (status, declaration) => {
    expect(await lodge(declaration)).toMatchObject({ status: 202, body: { status } });
  });

  it('is answered when an officer must act, for want of a rate', async () => {
    await house.as.terminal.post('/arrivals', { transportDocument: transportDocument('HELD') });
    const { body } = await lodge(consignment('HELD', COCOA_BEANS));
    expect(body).toMatchObject({ status: 'accepted', mrn: expect.any(String) });
    expect((await shown(house.as.broker, body.id)).outstanding).toContain('hold');
  });

  it('is answered with the release where nobody has to look and nothing is owed', async () => {
    const answers: string[] = [];
    for (let number = 1; number <= 12 && !answers.includes('released'); number += 1) {
      const lrn = `NIL-${number}`;
      await house.as.terminal.post('/arrivals', { transportDocument: transportDocument(lrn) });
      answers.push((await lodge(consignment(lrn))).body.status);
    }
    expect(answers).toContain('released');
  }, 60_000);

  it('is answered at once without it', async () => {
    expect(await lodge(consignment('AT-ONCE'), {})).toMatchObject({
      status: 202,
      body: { status: 'received' },
    });
  });
});
