import { Decimal } from '@tonggwan/kernel';
import type { Office } from '../office';
import { BROKERS, type Client, defermentReference } from '../plan/clientele';
import { middlingPrice } from '../plan/goods';
import type { SamplePlan } from '../plan/sample-plan';

/** What an account carries, in kilograms of the middling commodity. */
const KILOGRAMS = { ample: 10_000_000, short: 400 };

/** Opens the accounts that the importers' duty is put on. Those that are open already stay as they are. */
export async function openAccounts({ plan, as }: Office): Promise<void> {
  const holders = plan.clients.filter(({ pays }) => pays !== 'notice');
  await Promise.all(holders.map((client) => as.administrator.post('/accounts', accountOf(client, plan))));
}

function accountOf(client: Client, plan: SamplePlan): object {
  const { id, broker, pays, isShort } = client;
  const kilograms = Decimal.of(isShort ? KILOGRAMS.short : KILOGRAMS.ample);
  const limit = middlingPrice(plan.pack).times(kilograms).round(0, 'truncate').toString();
  const named = pays === 'deferment' ? { reference: defermentReference(client) } : { debtor: id };
  return { kind: pays, ...named, party: BROKERS[broker], limit };
}
