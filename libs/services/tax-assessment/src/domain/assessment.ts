import type { Decider, DomainEvent } from '@tonggwan/kernel';
import { assess, type Outcome, type Step } from './assess';
import type { AssessableDeclaration } from './assessable-declaration';
import type { HoldDecision } from './officer-rates';
import type { TaxLaw } from './tax-law';

export interface Assess {
  readonly type: 'Assess';
  readonly step: Step;
  readonly declaration: AssessableDeclaration;
  readonly at: string;
}

export interface LiftHold {
  readonly type: 'LiftHold';
  readonly version: number;
  readonly party: string;
  readonly decision: HoldDecision;
  readonly at: string;
}

type DeclarationTaken = DomainEvent<'DeclarationTaken', Omit<Assess, 'type' | 'at'>>;
type DecisionNoted = DomainEvent<'DecisionNoted', Omit<LiftHold, 'type' | 'at'>>;
export type AssessmentEvent = DeclarationTaken | DecisionNoted | Outcome;

/** What is known of one version of a declaration. */
export interface VersionAssessment {
  readonly step?: Step;
  /** Kept while it is held. */
  readonly declaration?: AssessableDeclaration;
  readonly decisions: readonly HoldDecision[];
  readonly outcome?: Outcome;
}

export interface AssessmentState {
  readonly party: string;
  readonly versions: Readonly<Record<string, VersionAssessment>>;
}

const UNKNOWN: VersionAssessment = { decisions: [] };

/**
 * The assessment of one declaration. Each version is assessed once when it is registered and once when it is accepted,
 * and while it is held again with every decision of an officer. A decision that comes before its declaration waits.
 */
export function assessment(law: TaxLaw): Decider<AssessmentState, Assess | LiftHold, AssessmentEvent> {
  return {
    initial: { party: '', versions: {} },
    decide: (command, { versions }) => {
      if (command.type === 'Assess') {
        return decideAssess(command, versions[command.declaration.version] ?? UNKNOWN, law);
      }
      return decideLiftHold(command, versions[command.version] ?? UNKNOWN, law);
    },
    evolve,
  };
}

function decideAssess(command: Assess, known: VersionAssessment, law: TaxLaw): AssessmentEvent[] {
  const { step, declaration, at } = command;
  if (known.step === step || known.step === 'accepted') return [];
  return [
    { type: 'DeclarationTaken', data: { step, declaration } },
    assess(declaration, step, known.decisions, law, at),
  ];
}

function decideLiftHold(command: LiftHold, known: VersionAssessment, law: TaxLaw): AssessmentEvent[] {
  const { version, party, decision, at } = command;
  if (known.decisions.some(({ caseId }) => caseId === decision.caseId)) return [];
  const noted: DecisionNoted = { type: 'DecisionNoted', data: { version, party, decision } };
  if (!known.declaration || !known.step) return [noted];
  return [noted, assess(known.declaration, known.step, [...known.decisions, decision], law, at)];
}

function evolve(state: AssessmentState, event: AssessmentEvent): AssessmentState {
  switch (event.type) {
    case 'DeclarationTaken': {
      const { step, declaration } = event.data;
      return changed(state, declaration.party, declaration.version, { step, declaration });
    }
    case 'DecisionNoted': {
      const { party, version, decision } = event.data;
      const decisions = [...(state.versions[version] ?? UNKNOWN).decisions, decision];
      return changed(state, party, version, { decisions });
    }
    case 'TaxAssessed':
      return changed(state, event.data.party, event.data.version, { outcome: event, declaration: undefined });
    case 'AssessmentHeld':
      return changed(state, event.data.party, event.data.version, { outcome: event });
  }
}

function changed(
  state: AssessmentState,
  party: string,
  version: number,
  change: Partial<VersionAssessment>,
): AssessmentState {
  const known = state.versions[version] ?? UNKNOWN;
  return { party, versions: { ...state.versions, [version]: { ...known, ...change } } };
}
