import { isPositive } from './coins';
import type { Obligation } from './obligation';
import type { ObligationEvent } from './obligation-events';

/**
 * Undoes what an earlier version brought about, except that money which came in stays until it is known what
 * becomes of it.
 */
export function withdraw(declarationId: string, state: Obligation): ObligationEvent[] {
  const { version, party, debtor, owed, taxes, cover, notice } = state;
  const about = { declarationId, version, party };
  const events: ObligationEvent[] = [];
  if (notice?.status === 'open') events.push({ type: 'NoticeWithdrawn', data: about });
  if (cover) {
    const { account, amount, drawn } = cover;
    events.push({ type: drawn ? 'Restored' : 'Freed', data: { ...about, debtor, account, amount } });
  }
  if (isPositive(owed)) events.push({ type: 'Discharged', data: { ...about, debtor, owed, taxes } });
  return events;
}
