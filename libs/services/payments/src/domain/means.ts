import { type Account, available, referenceOf } from './account';
import { type Coins, isPositive, minus } from './coins';
import { money, type Terms } from './terms';

/** How the declaration asks for its duty to be paid, and the account that it names as it stands now. */
export type Means =
  | { readonly how: 'notice' }
  | { readonly how: 'nil'; readonly reason: string }
  | {
      readonly how: 'deferment' | 'guarantee';
      /** The account's key. */
      readonly account: string;
      readonly standing: Account | undefined;
    }
  | { readonly how: 'deferment'; readonly account?: undefined };

type Cover = { readonly account: string } | { readonly reason?: string };

/** The account that can stand for the amount, or why there is none. */
export function coverFor(amount: Coins, party: string, means: Means, terms: Terms): Cover {
  if (means.how === 'notice' || means.how === 'nil') return {};
  if (!means.account) return { reason: 'the declaration names no deferment account' };
  const { how, account, standing } = means;
  const name = `the ${how === 'deferment' ? 'deferment account' : 'guarantee of'} ${referenceOf(account)}`;
  if (!standing || standing.party !== party) return { reason: `${name} is not known` };
  const left = available(standing);
  if (isPositive(minus(amount, left))) return { reason: `${name} has ${money(left, terms).amount} left` };
  return { account };
}
