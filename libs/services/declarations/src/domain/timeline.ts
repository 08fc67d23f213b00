import { documentsAsked, type FactName, type Facts } from './facts';

/** Who had to act until something happened, as the WCO's Time Release Study tells them apart. */
export type Actor = 'customs' | 'trader' | 'port' | 'system';

export interface TimelineEntry {
  readonly at: string;
  readonly what: string;
  readonly actor: Actor;
  readonly text?: string;
}

interface Milestone {
  readonly actor: Actor;
  /** The officers' alone: a broker never sees how his declaration was screened, nor that it is audited. */
  readonly secret?: true;
  text?(facts: Facts): string | undefined;
}

/** In the order of the life, for what has happened at the same instant. */
const MILESTONES: readonly (readonly [FactName, Milestone])[] = [
  ['lodged', { actor: 'trader' }],
  ['rejected', { actor: 'system' }],
  ['registered', { actor: 'system' }],
  ['arrived', { actor: 'port' }],
  ['accepted', { actor: 'system' }],
  ['screened', { actor: 'system', secret: true, text: ({ screened }) => screened?.channel }],
  ['assessed', { actor: 'system', text: ({ assessed }) => assessed?.stage }],
  ['held', { actor: 'system', text: ({ held }) => held?.reason }],
  ['holdOpened', { actor: 'system' }],
  ['holdConcluded', { actor: 'customs' }],
  ['holdLifted', { actor: 'customs' }],
  ['noticed', { actor: 'system', text: ({ noticed }) => noticed?.noticeNumber }],
  ['secured', { actor: 'trader', text: ({ secured }) => secured?.how }],
  ['controlOpened', { actor: 'system' }],
  ['controlConcluded', { actor: 'customs' }],
  ['requestRefused', { actor: 'system', text: ({ requestRefused }) => requestRefused?.reason }],
  ['cancelled', { actor: 'trader', text: ({ cancelled }) => cancelled?.reason }],
  ['refused', { actor: 'customs', text: ({ refused }) => refused?.outcome }],
  ['released', { actor: 'system' }],
  ['auditOpened', { actor: 'system', secret: true }],
  ['auditConcluded', { actor: 'customs', secret: true }],
  ['settled', { actor: 'trader' }],
  ['removed', { actor: 'port' }],
];

/** What happened when, and who had to act for it. */
export function timelineOf(facts: Facts, forStaff: boolean): readonly TimelineEntry[] {
  const milestones = MILESTONES.flatMap(([what, milestone]): TimelineEntry[] => {
    const fact = facts[what];
    if (!fact || (milestone.secret && !forStaff)) return [];
    return [{ at: fact.at, what, actor: milestone.actor, text: milestone.text?.(facts) }];
  });
  const documents = documentsAsked(facts).map(({ at, document }): TimelineEntry => ({
    at,
    what: 'documentAsked',
    actor: 'customs',
    text: document,
  }));
  return [...milestones, ...documents].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
