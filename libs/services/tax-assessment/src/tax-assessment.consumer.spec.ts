import { type DeclarationAccepted, faultsOf, type HoldLifted, type TaxAssessed } from '@tonggwan/contracts';
import { Batch, MemoryLog, MemoryStore, type Received } from '@tonggwan/messaging';
import { EVENT_TYPES } from '@tonggwan/service-host';
import { packFor } from '@tonggwan/testing';
import { koreanImport } from './korean-import.fixture';
import { assessments, TaxAssessmentConsumer } from './tax-assessment.consumer';

const now = () => new Date('2026-11-23T01:00:00Z');
const PLACE = { source: 'declarations', epoch: 1, bucket: 0, position: 1, at: now().toISOString() };

function received<Data extends { declarationId: string }>(type: string, data: Data): Received<Data> {
  return { ...PLACE, type, data, declarationId: data.declarationId };
}

/** The service on a log and store in memory. */
function service() {
  const log = new MemoryLog(now);
  const store = new MemoryStore('tax-assessment', log, now);
  const consumer = new TaxAssessmentConsumer({ now }, packFor('kr'));
  const inBatch = (declarationId: string, work: (batch: Batch) => void) =>
    store.transact(async (transaction) => {
      const batch = new Batch(transaction, EVENT_TYPES);
      await batch.load(assessments, [declarationId]);
      work(batch);
      batch.flush();
    });
  return {
    accept: (event: DeclarationAccepted) =>
      inBatch(event.declarationId, (batch) =>
        consumer.assessAccepted([received('DeclarationAccepted', event)], batch),
      ),
    lift: (event: HoldLifted) =>
      inBatch(event.declarationId, (batch) => consumer.assessAgain([received('HoldLifted', event)], batch)),
    said: async () => {
      const said = [];
      for (let bucket = 0; bucket < 8; bucket += 1)
        said.push(...(await log.read('tax-assessment', bucket, 0, 100)));
      return said.map(({ type, data }) => ({ type, data: JSON.parse(data) as TaxAssessed }));
    },
  };
}

/** A commodity that Korea's nomenclature has and its tariff has no rate for in class A. */
const withoutRate = packFor('kr').sample.commodityWithoutRate.code;

describe('the consumer of tax-assessment', () => {
  it('says what an accepted declaration owes, in the words of the contract', async () => {
    const { accept, said } = service();
    await accept(koreanImport({ value: '1000000.70' }));
    const [event] = await said();
    expect(event).toMatchObject({ type: 'TaxAssessed', data: { stage: 'final', version: 1 } });
    expect(faultsOf('TaxAssessed', event?.data)).toEqual([]);
  });

  it('says it once, however often it hears the same', async () => {
    const { accept, said } = service();
    const event = koreanImport({ value: '1000000' });
    for (let times = 0; times < 3; times += 1) await accept(event);
    expect(await said()).toHaveLength(1);
  });

  it('holds goods without a rate until an officer has found one', async () => {
    const { accept, lift, said } = service();
    const { declarationId, version, party, ...rest } = koreanImport({ commodityCode: withoutRate });
    await accept({ declarationId, version, party, ...rest });
    const rates = [{ sequence: 1, tax: 'CUD', rate: '8', source: 'ruling of the day' }];
    await lift({
      ...{ declarationId, version, party, rates, caseId: '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c91' },
      ...{ officer: 'officer-4', reason: 'rate found', liftedAt: '2026-11-23T02:00:00Z' },
    });
    const events = await said();
    expect(events.map(({ type }) => type)).toEqual(['AssessmentHeld', 'TaxAssessed']);
    expect(faultsOf('AssessmentHeld', events[0]?.data)).toEqual([]);
    expect(events[1]?.data.items[0]?.lines[0]).toMatchObject({ tax: 'CUD', rate: '8' });
  });
});
