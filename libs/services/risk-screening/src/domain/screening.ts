import type { Channel, ChannelReason, RiskAssessed } from '@tonggwan/contracts';
import type { Decider, DomainEvent } from '@tonggwan/kernel';
import { isGraver, type Verdict } from './channel';
import type { ScreenedDeclaration } from './screened-declaration';

export interface Screen {
  readonly type: 'Screen';
  readonly declaration: ScreenedDeclaration;
  readonly verdict: Verdict;
  /** Whether the office can still inspect one more on the day of acceptance. */
  readonly hasRoom: boolean;
  readonly at: string;
}

type Assessed = DomainEvent<'RiskAssessed', RiskAssessed>;
type InspectionTaken = DomainEvent<'InspectionTaken', { readonly random: boolean }>;
export type ScreeningEvent = Assessed | InspectionTaken;

export interface ScreeningState {
  readonly party: string;
  /** The last version that was screened. */
  readonly version: number;
  readonly channel: Channel;
  /** One inspection is kept for the goods, whichever version asked for it first. */
  readonly hasInspection: boolean;
}

const NO_ROOM: ChannelReason = {
  code: 'capacity-used-up',
  text: "The office's inspections of the day are used up: documents are checked instead of goods",
};

/**
 * The screening of one declaration, once for each version. A red channel needs a free inspection, taken once in the
 * life of a declaration; without one it is yellow. No version comes out milder than the one before: only an officer
 * may lower a channel.
 */
export const screening: Decider<ScreeningState, Screen, ScreeningEvent> = {
  initial: { party: '', version: 0, channel: 'green', hasInspection: false },
  decide: (command, state) => {
    const { declaration, at } = command;
    const { declarationId, version, party, office } = declaration;
    if (version <= state.version) return [];
    const { channel, reasons, random } = notMilder(withinCapacity(command, state), state);
    const data: RiskAssessed = {
      ...{ declarationId, version, party, channel, random, office },
      reasons: [...reasons],
      assessedAt: at,
    };
    const assessed: Assessed = { type: 'RiskAssessed', data };
    const takesInspection = channel === 'red' && !state.hasInspection;
    return takesInspection ? [assessed, { type: 'InspectionTaken', data: { random } }] : [assessed];
  },
  evolve: (state, event) => {
    if (event.type === 'InspectionTaken') return { ...state, hasInspection: true };
    const { party, version, channel } = event.data;
    return { ...state, party, version, channel };
  },
};

function withinCapacity({ verdict, hasRoom }: Screen, { hasInspection }: ScreeningState): Verdict {
  if (verdict.channel !== 'red' || hasInspection || hasRoom) return verdict;
  return { ...verdict, channel: 'yellow', reasons: [...verdict.reasons, NO_ROOM] };
}

function notMilder(verdict: Verdict, { channel, version }: ScreeningState): Verdict {
  if (!isGraver(channel, verdict.channel)) return verdict;
  const reason = {
    code: 'earlier-version',
    text: `Version ${version} was ${channel}: only an officer may lower it`,
  };
  return { ...verdict, channel, reasons: [...verdict.reasons, reason] };
}
