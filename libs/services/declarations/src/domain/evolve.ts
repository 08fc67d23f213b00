import type { DeclarationEvent } from './commands';
import { type DeclarationState, factsOf } from './declaration-state';
import type { Facts } from './facts';
import { outstandingOf, statusOf } from './standing';

/** What an event makes of a declaration: its facts, and what follows from them. */
export function evolve(state: DeclarationState, event: DeclarationEvent): DeclarationState {
  const { version, party } = event.data;
  const facts = { ...factsOf(state, version), ...factsIn(event) };
  const plan = planAfter(state, event);
  const { lrn, mrn } = { lrn: state.lrn, mrn: state.mrn, ...numbersIn(event) };
  return {
    party,
    version,
    lrn,
    mrn,
    plan,
    facts,
    status: statusOf(facts, plan),
    outstanding: outstandingOf(facts, plan),
  };
}

function factsIn(event: DeclarationEvent): Facts {
  switch (event.type) {
    case 'Noted':
      return event.data.facts;
    case 'Lodged':
      return { lodged: { at: event.data.receivedAt, unknownFields: event.data.unknownFields } };
    case 'DeclarationRegistered': {
      const { registeredAt, taxPointAt, taxPointBasis } = event.data;
      return { registered: { at: registeredAt, taxPointAt, taxPointBasis } };
    }
    case 'DeclarationAccepted': {
      const { acceptedAt, taxPointAt, taxPointBasis, goodsPresent, arrivedAt } = event.data;
      const arrived = goodsPresent ? { arrived: { at: arrivedAt ?? acceptedAt } } : {};
      return { accepted: { at: acceptedAt, taxPointAt, taxPointBasis }, ...arrived };
    }
    case 'DeclarationRejected':
      return { rejected: { at: event.data.rejectedAt, errors: event.data.errors } };
    case 'DeclarationCancelled':
      return { cancelled: { at: event.data.cancelledAt, reason: event.data.reason } };
    case 'RequestRefused': {
      const { refusedAt, request, reason } = event.data;
      return { requestRefused: { at: refusedAt, request, reason } };
    }
  }
}

function planAfter(state: DeclarationState, event: DeclarationEvent) {
  if (event.type === 'Lodged') return event.data.plan;
  return event.data.version === state.version ? state.plan : undefined;
}

function numbersIn(event: DeclarationEvent): Pick<DeclarationState, 'lrn' | 'mrn'> {
  switch (event.type) {
    case 'Lodged':
      return { lrn: event.data.lrn };
    case 'DeclarationRegistered':
    case 'DeclarationAccepted':
      return { lrn: event.data.lrn, mrn: event.data.mrn };
    default:
      return {};
  }
}
