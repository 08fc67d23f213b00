import { EVENTS, faultsOf } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import {
  ALL_BUCKETS,
  Batch,
  type EventTypes,
  MemoryLog,
  MemoryStore,
  type Received,
} from '@tonggwan/messaging';
import { CaseworkConsumer } from './casework.consumer';
import { cases, dossiers } from './casework.tables';
import type { Case } from './domain/case';
import { caseIdOf } from './domain/case-id';

const declarationId = '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90';
const now = () => new Date('2026-03-02T09:00:00.000Z');
const types: EventTypes = {
  sourceOf: (type) => EVENTS.find((event) => event.type === type)?.source,
  faultsOf,
};
const pack = {
  law: { channelPriorities: { green: 0, blue: 10, yellow: 50, red: 100 } },
} as unknown as CountryPack;

interface Told {
  readonly handler: keyof CaseworkConsumer;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const told = (handler: keyof CaseworkConsumer, type: string, data: Told['data'] = {}): Told => ({
  handler,
  type,
  data,
});
export const amount = { amount: '100', currency: 'KRW' };
export const screened = (channel: string, version = 1): Told =>
  told('screened', 'RiskAssessed', {
    version,
    channel,
    reasons: [{ code: 'P1', text: 'cheap' }],
    office: '40',
    assessedAt: '2026-03-02T08:00:01.000Z',
  });
export const accepted = told('accepted', 'DeclarationAccepted', {
  ...{ lrn: 'LRN-1', mrn: 'MRN-1', acceptedAt: '2026-03-02T08:00:00.000Z' },
  declaration: {
    functionalReferenceID: 'LRN-1',
    declarant: { id: 'BROKER-9' },
    goodsShipment: { importer: { name: 'Importer' }, governmentAgencyGoodsItem: [{}, {}] },
  },
});
export const held = told('held', 'AssessmentHeld', {
  heldAt: '2026-03-02T08:00:02.000Z',
  reason: 'no-rate',
  details: ['item 1'],
  office: '40',
});
export const assessed = told('assessed', 'TaxAssessed', {
  ...{
    stage: 'final',
    assessed: amount,
    payable: amount,
    totals: [],
    assessedAt: '2026-03-02T08:00:03.000Z',
  },
});
export const released = told('released', 'GoodsReleased', { releasedAt: '2026-03-02T08:00:04.000Z' });
export const cancelled = told('cancelled', 'DeclarationCancelled', {
  cancelledAt: '2026-03-02T08:00:05.000Z',
});

/** What casework has become after some events, each in a transaction of its own. */
export class Casework {
  private readonly log = new MemoryLog(now);
  private readonly store = new MemoryStore('casework', this.log, now);
  private readonly consumer = new CaseworkConsumer(pack);

  static async after(events: readonly Told[]): Promise<Casework> {
    const casework = new Casework();
    for (const event of events) await casework.hear(event);
    return casework;
  }

  caseOf(kind: Case['kind'], version = 1): Case | undefined {
    return this.store.tables.get('casework.case')?.get(caseIdOf(declarationId, version, kind))?.state as Case;
  }

  get dossier(): unknown {
    return this.store.tables.get('casework.dossier')?.get(declarationId)?.state;
  }

  get declarations(): number {
    return this.store.inserted.get('casework.declaration')?.length ?? 0;
  }

  async said(): Promise<unknown[]> {
    const logs = await Promise.all(ALL_BUCKETS.map((bucket) => this.log.read('casework', bucket, 0, 100)));
    return logs.flat().map(({ type, data }) => [type, (JSON.parse(data) as { kind: string }).kind]);
  }

  private hear({ handler, type, data }: Told): Promise<void> {
    return this.store.transact(async (transaction) => {
      const batch = new Batch(transaction, types);
      const event = {
        declarationId,
        type,
        data: { declarationId, version: 1, party: 'broker', ...data },
      } as Received;
      await batch.load(dossiers, dossiers.keysOf(event, batch));
      await batch.load(cases, cases.keysOf(event, batch));
      (this.consumer[handler] as (events: readonly Received[], batch: Batch) => void)([event], batch);
      batch.flush();
    });
  }
}
