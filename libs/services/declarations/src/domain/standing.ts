import type { Condition, Status } from '@tonggwan/contracts';
import { isLater } from './calendar';
import type { ClearancePlan } from './clearance-plan';
import { documentsAsked, type Facts } from './facts';

/** Where a declaration stands: its one status. What has happened decides, not what was heard of first. */
export function statusOf(facts: Facts, plan: ClearancePlan | undefined): Status {
  if (facts.rejected) return 'rejected';
  if (facts.refused) return 'refused';
  // Goods that had gone before the cancellation was heard of are gone: the debt on them stands.
  if (facts.cancelled && !facts.released) return 'cancelled';
  if (!plan || !facts.accepted) return facts.registered ? 'registered' : 'received';
  const settled = isSettled(facts, plan);
  if (!facts.released) return plan.goods === 'none' && settled ? 'cleared' : 'accepted';
  if (facts.removed && (settled || plan.paymentAfterRelease)) return 'removed';
  return settled ? 'cleared' : 'released';
}

/** What is still missing, beside the status. */
export function outstandingOf(facts: Facts, plan: ClearancePlan | undefined): readonly Condition[] {
  if (!plan || isOver(facts)) return [];
  if (facts.registered && !facts.accepted) return ['cargo'];
  if (facts.released) return isSettled(facts, plan) ? [] : ['payment'];
  const asked = (condition: string, open: boolean) => open && plan.conditions.includes(condition);
  const control = asked('control', isControlOpen(facts));
  const missing: Record<Condition, boolean> = {
    control,
    documents: documentsAsked(facts).length > 0 && !facts.controlConcluded,
    payment: asked('payment', !facts.secured),
    cargo: asked('cargo', !facts.arrived),
    agency: asked('agency', true),
    hold: isHeld(facts),
  };
  return (Object.keys(missing) as Condition[]).filter((condition) => missing[condition]);
}

/** Customs has not said yet that the goods may pass: not screened, or picked and not concluded. */
function isControlOpen({ screened, controlConcluded }: Facts): boolean {
  if (controlConcluded) return controlConcluded.decision === 'refuse';
  return !screened || isPicked(screened.channel);
}

/** Yellow looks at documents and red at goods before the release; green and blue do not. */
export function isPicked(channel: string): boolean {
  return channel === 'yellow' || channel === 'red';
}

/**
 * The tax could not be worked out, and no later assessment has come: lifting a hold only has it worked out
 * again.
 */
function isHeld({ held, assessed }: Facts): boolean {
  return held !== undefined && (!assessed || isLater(assessed.at, held.at));
}

function isSettled(facts: Facts, plan: ClearancePlan): boolean {
  if (facts.settled || facts.secured?.how === 'nil') return true;
  return facts.released !== undefined && !plan.taxed;
}

function isOver(facts: Facts): boolean {
  return Boolean(facts.rejected ?? facts.refused ?? (facts.released ? undefined : facts.cancelled));
}
