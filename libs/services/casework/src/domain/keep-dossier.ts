import type { DeclarationEvent } from '@tonggwan/contracts';
import type { Decider } from '@tonggwan/kernel';
import { caseIdOf } from './case-id';
import type { DeclarationFacts } from './declaration-facts';
import {
  type Amounts,
  type Dossier,
  type DossierEvent,
  evolve,
  nothingKnown,
  type Screening,
  type WhyOver,
} from './dossier';

export type DossierCommand = { readonly declaration: DeclarationEvent; readonly at: string } & (
  | { readonly type: 'Accepted'; readonly facts: DeclarationFacts }
  | { readonly type: 'Screened'; readonly screening: Screening }
  | {
      readonly type: 'Held';
      readonly office: string;
      readonly reason: string;
      readonly details: readonly string[];
    }
  | { readonly type: 'Assessed'; readonly amounts: Amounts }
  | { readonly type: 'Released' }
  | { readonly type: 'Cancelled' }
);

/** By channel, as the pack weighs them: the higher the sooner. */
export type Priorities = Readonly<Record<string, number>>;

/** Keeps what is known of a declaration and says when a case is due and when it is over. */
export function keepDossier(priorities: Priorities): Decider<Dossier, DossierCommand, DossierEvent> {
  return {
    initial: nothingKnown,
    decide(command, state) {
      const { version } = command.declaration;
      const isAboutGoods = command.type === 'Released' || command.type === 'Cancelled';
      if (state.cancelled || (version < state.version && !isAboutGoods)) return [];
      const superseded = version > state.version ? over(command, state.cases, 'superseded') : [];
      const before = superseded.reduce(evolve, state);
      return [...superseded, ...decideOn(command, before, priorities)];
    },
    evolve,
  };
}

function decideOn(command: DossierCommand, state: Dossier, priorities: Priorities): DossierEvent[] {
  const about = aboutOf(command);
  const isKnown = about.version === state.version;
  switch (command.type) {
    case 'Accepted':
      return isKnown && state.facts ? [] : [{ type: 'FactsKept', data: { ...about, facts: command.facts } }];
    case 'Screened':
      return isKnown && state.screening ? [] : screened(command, state, priorities);
    case 'Held':
      return held(command, isKnown ? state : nothingKnown, priorities);
    case 'Assessed':
      return assessed(command, state);
    case 'Released':
      if (state.released) return [];
      return [
        { type: 'ReleaseKept', data: about },
        // What was found about an earlier version is no reason to look at this one: its own screening comes.
        ...(about.version > state.version ? [] : auditDue(command, { ...state, released: true }, priorities)),
      ];
    case 'Cancelled':
      return [...over(command, state.cases, 'cancelled'), { type: 'CancellationKept', data: about }];
  }
}

/** Yellow and red wait for an officer before the release; blue has one look afterwards. */
function screened(
  command: Extract<DossierCommand, { type: 'Screened' }>,
  state: Dossier,
  priorities: Priorities,
): DossierEvent[] {
  const { screening } = command;
  const { channel, reasons, office } = screening;
  const kept: DossierEvent = { type: 'ScreeningKept', data: { ...aboutOf(command), screening } };
  const priority = priorities[channel] ?? 0;
  if (channel === 'yellow' || channel === 'red')
    return [kept, due(command, { kind: 'control', office, priority, reasons })];
  const { version } = command.declaration;
  return [kept, ...auditDue(command, { ...state, version, screening }, priorities)];
}

/** Of the version that was screened, whichever was released. */
function auditDue(command: DossierCommand, state: Dossier, priorities: Priorities): DossierEvent[] {
  const { screening, released, version } = state;
  if (!released || screening?.channel !== 'blue') return [];
  const { reasons, office } = screening;
  const declaration = { ...command.declaration, version };
  const priority = priorities.blue ?? 0;
  return [due({ ...command, declaration }, { kind: 'audit', office, priority, reasons })];
}

/**
 * A hold is a matter of papers, and weighs as much as yellow. One that an assessment has overtaken is none
 * any more.
 */
function held(
  command: Extract<DossierCommand, { type: 'Held' }>,
  { amounts }: Dossier,
  priorities: Priorities,
): DossierEvent[] {
  if (amounts && amounts.assessedAt > command.at) return [];
  const { office, reason: code, details } = command;
  const reasons = (details.length > 0 ? details : [code]).map((text) => ({ code, text }));
  return [due(command, { kind: 'hold', office, priority: priorities.yellow ?? 0, reasons })];
}

function assessed(command: Extract<DossierCommand, { type: 'Assessed' }>, state: Dossier): DossierEvent[] {
  const about = aboutOf(command);
  const { amounts } = command;
  const known = about.version === state.version ? state.amounts : undefined;
  if (known && !isLater(amounts, known)) return [];
  const hold = caseIdOf(about.declarationId, about.version, 'hold');
  const holds = state.cases.filter((id) => id === hold);
  return [{ type: 'AmountsKept', data: { ...about, amounts } }, ...over(command, holds, 'assessed')];
}

/** Of two at the same instant the one of a further stage is the later one. */
function isLater(one: Amounts, other: Amounts): boolean {
  if (one.assessedAt !== other.assessedAt) return one.assessedAt > other.assessedAt;
  return one.stage !== other.stage && other.stage !== 'final';
}

type NewCase = Pick<
  Extract<DossierEvent, { type: 'CaseDue' }>['data'],
  'kind' | 'office' | 'priority' | 'reasons'
>;

function due(command: DossierCommand, newCase: NewCase): DossierEvent {
  const about = aboutOf(command);
  const caseId = caseIdOf(about.declarationId, about.version, newCase.kind);
  return { type: 'CaseDue', data: { ...about, caseId, ...newCase, at: command.at } };
}

function over(command: DossierCommand, ids: readonly string[], why: WhyOver): DossierEvent[] {
  const { at } = command;
  return ids.map((caseId) => ({ type: 'CaseOver', data: { ...aboutOf(command), caseId, why, at } }));
}

function aboutOf({ declaration: { declarationId, version, party } }: DossierCommand): DeclarationEvent {
  return { declarationId, version, party };
}
