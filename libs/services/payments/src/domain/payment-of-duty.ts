import type { DeclarationEvent } from '@tonggwan/contracts';
import type { Decider } from '@tonggwan/kernel';
import { assess, type Assessment } from './assess';
import { isPositive } from './coins';
import { draw } from './draw';
import { evolve, nothingOwed, type Obligation } from './obligation';
import { about, type ObligationEvent } from './obligation-events';
import { receive, type Payment } from './receive';
import type { Terms } from './terms';
import { withdraw } from './withdraw';

export type ObligationCommand =
  | { readonly type: 'Assess'; readonly assessment: Assessment; readonly at: string }
  /** The goods are released, or there are none that could be. */
  | { readonly type: 'FallDue'; readonly declaration: DeclarationEvent; readonly at: string }
  /** Cancelled, or the goods refused: what was reserved is freed, what was paid is paid back. */
  | { readonly type: 'End'; readonly declaration: DeclarationEvent }
  | { readonly type: 'Pay'; readonly payment: Payment; readonly at: string };

/** What one declaration owes, from its assessment to the last coin. */
export function paymentOfDuty(terms: Terms): Decider<Obligation, ObligationCommand, ObligationEvent> {
  return {
    initial: nothingOwed,
    decide(command, state) {
      switch (command.type) {
        case 'Assess':
          return assess(command.assessment, command.at, state, terms);
        case 'FallDue':
          return fallDue(command.declaration, command.at, state, terms);
        case 'End':
          return end(command.declaration, state);
        case 'Pay':
          return receive(command.payment, command.at, state, terms);
      }
    },
    evolve,
  };
}

/**
 * What stands for the debt is drawn, of whichever version was assessed last: the money is owed for the goods,
 * not for a version.
 */
function fallDue(
  declaration: DeclarationEvent,
  at: string,
  state: Obligation,
  terms: Terms,
): ObligationEvent[] {
  if (state.due || state.ended) return [];
  const drawn = draw(declaration.declarationId, at, state, terms);
  return [{ type: 'FallenDue', data: about(declaration) }, ...drawn];
}

function end(declaration: DeclarationEvent, state: Obligation): ObligationEvent[] {
  if (state.ended) return [];
  const { paid, debtor, version } = state;
  const repayment = { ...about(declaration), version, debtor, amount: paid, purpose: 'refund' } as const;
  return [
    ...withdraw(declaration.declarationId, state),
    ...(isPositive(paid) ? [{ type: 'Repaid', data: repayment } as const] : []),
    { type: 'Ended', data: about(declaration) },
  ];
}
