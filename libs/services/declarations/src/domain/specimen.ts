import type { Declaration, LodgementReceived, RiskAssessed, TaxAssessed } from '@tonggwan/contracts';
import type { ClearancePlan } from './clearance-plan';
import type { DeclarationEvent, Lodge, Note, PresentGoods, Subject } from './commands';
import { declaration } from './declaration';
import type { DeclarationState } from './declaration-state';
import type { Facts } from './facts';

export const SUBJECT: Subject = {
  declarationId: '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90',
  version: 1,
  party: 'BROKER-1',
};
export const MRN = '26GB0000000000000180';
export const DECLARATION: Declaration = { functionalReferenceID: 'LRN-1', typeCode: 'IMA' };

/** The instant some seconds after the specimen's lodging. */
export const after = (seconds: number): string =>
  new Date(Date.parse('2026-11-21T14:59:58Z') + seconds * 1000).toISOString();

export function lodgement(change: Partial<LodgementReceived> = {}): LodgementReceived {
  return {
    ...SUBJECT,
    lrn: 'LRN-1',
    receivedAt: after(0),
    form: 'json',
    historical: false,
    goodsPresent: true,
    declaration: DECLARATION,
    unknownFields: [],
    ...change,
  };
}

export const PLAN: ClearancePlan = {
  office: 'GBBEL004',
  dataSet: 'H1',
  goods: 'present',
  conditions: ['control', 'payment', 'hold'],
  taxed: true,
  taxPoint: 'acceptance',
  taxPointOfPreLodged: 'presentation',
  paymentAfterRelease: false,
};

export function lodge(plan: Partial<ClearancePlan> = {}, change: Partial<LodgementReceived> = {}): Lodge {
  const examination = { plan: { ...PLAN, ...plan }, mrn: MRN };
  return { type: 'Lodge', lodgement: lodgement(change), examination, at: after(1) };
}

export const presentGoods = (seconds: number): PresentGoods => ({
  type: 'PresentGoods',
  subject: SUBJECT,
  arrivedAt: after(seconds),
  declaration: DECLARATION,
  at: after(seconds + 1),
});

export const note = (facts: Facts, subject = SUBJECT): Note => ({ type: 'Note', subject, facts });

export const screened = (channel: RiskAssessed['channel']): Note =>
  note({ screened: { at: after(2), channel, reasons: [{ code: 'P1', text: 'profile' }], random: false } });

const money = { amount: '10.00', currency: 'GBP' };
export const assessed = (stage: TaxAssessed['stage'] = 'final', seconds = 3): Note =>
  note({ assessed: { at: after(seconds), stage, totals: [], assessed: money, payable: money } });
export const secured = note({
  secured: { at: after(4), how: 'deferred', amount: money, reference: '1234567' },
});
export const settled = note({ settled: { at: after(6), amount: money } });
export const released = note({ released: { at: after(5) } });
export const removed = note({ removed: { at: after(7) } });

/** What becomes of a declaration, one command after another, and every event on the way. */
export function live(...commands: readonly Parameters<typeof declaration.decide>[0][]): {
  readonly state: DeclarationState;
  readonly events: readonly DeclarationEvent[];
} {
  let state = declaration.initial;
  const all: DeclarationEvent[] = [];
  for (const command of commands) {
    const events = declaration.decide(command, state);
    state = events.reduce(declaration.evolve, state);
    all.push(...events);
  }
  return { state, events: all };
}
