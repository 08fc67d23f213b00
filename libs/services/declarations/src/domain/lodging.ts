import { accept, type Checked, register } from './acceptance';
import type { DeclarationEvent, Lodge } from './commands';
import { type DeclarationState, factsOf } from './declaration-state';

/** A lodgement is accepted, registered until its goods come, or rejected with all that is wrong with it. */
export function lodge(command: Lodge, state: DeclarationState): DeclarationEvent[] {
  const { lodgement, examination, at } = command;
  const { declarationId, version, party, lrn, receivedAt, unknownFields } = lodgement;
  const facts = factsOf(state, version);
  if (facts.lodged) return [];
  if (state.status === 'cancelled') return [amendmentRefused(state, command)];
  const subject = { declarationId, version, party };
  const lodged = { ...subject, lrn, receivedAt, unknownFields };
  if ('errors' in examination) {
    const rejected = { ...subject, lrn, rejectedAt: at, errors: [...examination.errors] };
    return [
      { type: 'Lodged', data: lodged },
      { type: 'DeclarationRejected', data: rejected },
    ];
  }
  const { plan, mrn } = examination;
  const content = lodgement.declaration;
  const checked = { subject, lrn, mrn: state.mrn ?? mrn, plan, lodgedAt: receivedAt, content, at };
  return [{ type: 'Lodged', data: { ...lodged, plan } }, firstStep(checked, lodgement, facts.arrived?.at)];
}

function firstStep(
  checked: Checked,
  { goodsPresent }: Lodge['lodgement'],
  arrivedAt?: string,
): DeclarationEvent {
  if (goodsPresent) return accept({ ...checked, goodsPresent });
  if (arrivedAt !== undefined) return accept({ ...checked, arrivedAt });
  if (checked.plan.goods === 'none') return accept({ ...checked, goodsPresent: false });
  return register(checked);
}

/** What was cancelled is over for every service, and no later version brings it back. */
function amendmentRefused(state: DeclarationState, { lodgement, at }: Lodge): DeclarationEvent {
  const { declarationId, party } = lodgement;
  const text = 'The declaration is cancelled';
  const refusal = { request: 'amendment', refusedAt: at, reason: 'not-open', text } as const;
  return { type: 'RequestRefused', data: { declarationId, version: state.version, party, ...refusal } };
}
