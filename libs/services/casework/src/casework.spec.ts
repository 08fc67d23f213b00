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
const amount = { amount: '100', currency: 'KRW' };
const screened = (channel: string, version = 1): Told =>
  told('screened', 'RiskAssessed', {
    version,
    channel,
    reasons: [{ code: 'P1', text: 'cheap' }],
    office: '40',
    assessedAt: '2026-03-02T08:00:01.000Z',
  });
const accepted = told('accepted', 'DeclarationAccepted', {
  ...{ lrn: 'LRN-1', mrn: 'MRN-1', acceptedAt: '2026-03-02T08:00:00.000Z' },
  declaration: {
    functionalReferenceID: 'LRN-1',
    declarant: { id: 'BROKER-9' },
    goodsShipment: { importer: { name: 'Importer' }, governmentAgencyGoodsItem: [{}, {}] },
  },
});
const held = told('held', 'AssessmentHeld', {
  heldAt: '2026-03-02T08:00:02.000Z',
  reason: 'no-rate',
  details: ['item 1'],
  office: '40',
});
const assessed = told('assessed', 'TaxAssessed', {
  ...{
    stage: 'final',
    assessed: amount,
    payable: amount,
    totals: [],
    assessedAt: '2026-03-02T08:00:03.000Z',
  },
});
const released = told('released', 'GoodsReleased', { releasedAt: '2026-03-02T08:00:04.000Z' });
const cancelled = told('cancelled', 'DeclarationCancelled', { cancelledAt: '2026-03-02T08:00:05.000Z' });

class Casework {
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
      await batch.flush();
    });
  }
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}

describe('Casework', () => {
  it('opens a case for yellow and red, once, with the channel’s priority and the reasons', async () => {
    for (const order of permutations([accepted, screened('red'), assessed])) {
      const casework = await Casework.after([...order, ...order]);
      expect(await casework.said()).toEqual([['CaseOpened', 'control']]);
      expect(casework.caseOf('control')).toMatchObject({
        priority: 100,
        office: '40',
        reasons: [{ code: 'P1' }],
      });
    }
  });

  it('opens none for green', async () => {
    const casework = await Casework.after([accepted, screened('green'), assessed, released]);
    expect(await casework.said()).toEqual([]);
  });

  it('opens an audit of blue after the release, whatever is heard first', async () => {
    expect(await (await Casework.after([accepted, screened('blue'), assessed])).said()).toEqual([]);
    for (const order of permutations([accepted, screened('blue'), assessed, released])) {
      const casework = await Casework.after([...order, ...order]);
      expect(await casework.said()).toEqual([['CaseOpened', 'audit']]);
    }
  });

  it('opens a case for a hold and closes it when the tax is worked out after all', async () => {
    const onHold = await Casework.after([accepted, held]);
    expect(onHold.caseOf('hold')).toMatchObject({
      status: 'open',
      reasons: [{ code: 'no-rate', text: 'item 1' }],
    });
    for (const order of permutations([accepted, held, assessed, screened('green')])) {
      const casework = await Casework.after([...order, ...order]);
      expect(casework.caseOf('hold')?.status).not.toBe('open');
    }
  });

  it('closes what is open when the declaration is cancelled, and opens nothing afterwards', async () => {
    for (const order of permutations([accepted, screened('red'), held, cancelled])) {
      const casework = await Casework.after(order);
      expect([casework.caseOf('control'), casework.caseOf('hold')].map((one) => one?.status)).not.toContain(
        'open',
      );
    }
  });

  it('closes the cases of a version that another has superseded, and opens none for it any more', async () => {
    const casework = await Casework.after([accepted, screened('red'), screened('yellow', 2), held]);
    expect(casework.caseOf('control')).toMatchObject({ status: 'closed' });
    expect(casework.caseOf('control', 2)).toMatchObject({ status: 'open', priority: 50 });
    expect(casework.caseOf('hold')).toBeUndefined();
  });

  it('keeps the facts, the amounts and the declaration for the officer, each once', async () => {
    for (const order of permutations([accepted, screened('green'), assessed])) {
      const casework = await Casework.after([...order, ...order]);
      expect(casework.declarations).toBe(1);
      expect(casework.dossier).toMatchObject({
        facts: { lrn: 'LRN-1', mrn: 'MRN-1', declarant: 'BROKER-9', importer: 'Importer', items: 2 },
        amounts: { payable: amount },
      });
    }
  });
});

describe('The amounts of a dossier', () => {
  it('are those of the final assessment, even where a fast clock gives both the same instant', async () => {
    const indicative = { ...assessed, data: { ...assessed.data, stage: 'indicative' } };
    for (const order of permutations([indicative, assessed])) {
      const { dossier } = await Casework.after([...order, ...order]);
      expect(dossier).toMatchObject({ amounts: { stage: 'final' } });
    }
  });
});

describe('The id of a case', () => {
  it('is a UUID of version 8 that follows from declaration, version and kind', () => {
    const id = caseIdOf(declarationId, 1, 'control');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(caseIdOf(declarationId, 1, 'control')).toBe(id);
  });

  it('is another for every declaration, version and kind', () => {
    const ids = Array.from({ length: 20_000 }, (_, number) =>
      caseIdOf(`d${number >> 2}`, (number & 1) + 1, number & 2 ? 'hold' : 'audit'),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
