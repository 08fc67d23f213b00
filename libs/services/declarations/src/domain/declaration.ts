import type { Decider } from '@tonggwan/kernel';
import { accept } from './acceptance';
import type { Cancel, DeclarationCommand, DeclarationEvent, Lodge, Note, PresentGoods } from './commands';
import { type DeclarationState, factsOf, NOTHING_KNOWN } from './declaration-state';
import { evolve } from './evolve';
import { news } from './facts';
import { lodge } from './lodging';
import { cancellationRefusal } from './rules/cancellation';

/**
 * The life of a declaration from what others say and its owner asks. Repeats and older versions change
 * nothing.
 */
export const declaration: Decider<DeclarationState, DeclarationCommand, DeclarationEvent> = {
  initial: NOTHING_KNOWN,
  decide,
  evolve,
};

function decide(command: DeclarationCommand, state: DeclarationState): readonly DeclarationEvent[] {
  if (versionOf(command) < state.version) return [];
  switch (command.type) {
    case 'Lodge':
      return lodge(command, state);
    case 'PresentGoods':
      return presentGoods(command, state);
    case 'Note':
      return note(command, state);
    case 'Cancel':
      return cancel(command, state);
  }
}

function versionOf(command: Lodge | PresentGoods | Note | Cancel): number {
  return command.type === 'Lodge' ? command.lodgement.version : command.subject.version;
}

function note({ subject, facts: heard }: Note, state: DeclarationState): DeclarationEvent[] {
  const facts = news(factsOf(state, subject.version), heard);
  return Object.keys(facts).length ? [{ type: 'Noted', data: { ...subject, facts } }] : [];
}

/** Goods that come after their declaration was registered make customs accept it. */
function presentGoods(command: PresentGoods, state: DeclarationState): DeclarationEvent[] {
  const { subject, arrivedAt, at } = command;
  const facts = factsOf(state, subject.version);
  if (facts.arrived) return [];
  const arrived: DeclarationEvent = {
    type: 'Noted',
    data: { ...subject, facts: { arrived: { at: arrivedAt } } },
  };
  const { lrn, mrn, plan, status } = state;
  const { declaration: content } = command;
  if (status !== 'registered' || !content || !plan || !facts.lodged || !lrn || !mrn) return [arrived];
  const lodgedAt = facts.lodged.at;
  return [arrived, accept({ subject, lrn, mrn, plan, lodgedAt, arrivedAt, content, at })];
}

function cancel({ subject, reason, at }: Cancel, state: DeclarationState): DeclarationEvent[] {
  if (state.status === 'cancelled') return [];
  const refusal = cancellationRefusal(state);
  if (!refusal) return [{ type: 'DeclarationCancelled', data: { ...subject, cancelledAt: at, reason } }];
  return [
    { type: 'RequestRefused', data: { ...subject, request: 'cancellation', refusedAt: at, ...refusal } },
  ];
}
