import { type CaseShown, caseOf } from './casework.fixture';
import { consignment, LIVE_EELS } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { lodgedInto, shown, shownWhen } from './lodging.fixture';
import type { Visitor } from './visitor.fixture';

const CLEAR = { decision: 'clear', reason: 'as declared' };

describe("an officer's work on a consignment that is to be opened", () => {
  let house: House;
  let colleague: Visitor;
  let id: string;
  let control: CaseShown;

  beforeAll(async () => {
    house = await openHouse('kr');
    colleague = await house.visitor({ subject: 'officer-2', party: 'CUSTOMS', roles: ['officer'] });
    id = await lodgedInto('red', house, (lrn) => consignment(lrn, LIVE_EELS));
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  it('begins in the queue', async () => {
    control = await caseOf(house, id, 'control');
    expect(control).toMatchObject({ status: 'open', declarationId: id });
    expect(control.reasons.length).toBeGreaterThan(0);
    expect(await shown(house.as.broker, id)).toMatchObject({ status: 'accepted', outstanding: ['control'] });
  });

  it('needs a claim first', async () => {
    const refused = await house.as.officer.post(`/cases/${control.caseId}/decision`, CLEAR);
    expect(refused).toMatchObject({ status: 409, body: { title: 'not-held' } });
  });

  it("is one officer's alone once he has claimed it", async () => {
    const claimed = await house.as.officer.post(`/cases/${control.caseId}/claim`, {});
    expect(claimed).toMatchObject({ status: 200, body: { claimedBy: 'officer' } });
    for (const [door, body] of [
      ['claim', {}],
      ['decision', CLEAR],
    ] as const) {
      const refused = await colleague.post(`/cases/${control.caseId}/${door}`, body);
      expect(refused).toMatchObject({ status: 409, body: { title: 'held-by-another' } });
    }
    expect(await shown(house.as.broker, id)).toMatchObject({ status: 'accepted' });
  });

  it('may ask for a document, which the broker is told of', async () => {
    const asking = { decision: 'request-document', document: 'health certificate', text: 'the signed one' };
    const asked = await house.as.officer.post(`/cases/${control.caseId}/decision`, asking);
    expect(asked).toMatchObject({ status: 200, body: { status: 'open' } });
    const now = await shownWhen(house.as.broker, id, ({ outstanding }) => outstanding.includes('documents'));
    expect(now).toMatchObject({ documents: [{ document: 'health certificate', text: 'the signed one' }] });
  });

  it('ends with the release, decided once', async () => {
    const decision = `/cases/${control.caseId}/decision`;
    expect(await house.as.officer.post(decision, CLEAR)).toMatchObject({ status: 200 });
    await shownWhen(house.as.broker, id, ({ status }) => status === 'cleared');
    const again = await house.as.officer.post(decision, CLEAR);
    expect(again).toMatchObject({ status: 409, body: { title: 'case-ended' } });
  });

  it('may end with a refusal, and what becomes of the goods', async () => {
    const refused = await lodgedInto('red', house, (lrn) => consignment(`again-${lrn}`, LIVE_EELS));
    const { caseId } = await caseOf(house, refused, 'control');
    await house.as.officer.post(`/cases/${caseId}/claim`, {});
    const refusal = { decision: 'refuse', reason: 'protected species', outcome: 'seized' };
    expect(await house.as.officer.post(`/cases/${caseId}/decision`, refusal)).toMatchObject({ status: 200 });
    const now = await shownWhen(house.as.broker, refused, ({ status }) => status === 'refused');
    expect(now).toMatchObject({ outstanding: [], outcome: 'seized' });
  }, 120_000);
});
