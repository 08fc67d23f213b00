import type { TaxAssessed } from '@tonggwan/contracts';
import type { CountryPack, Day } from '@tonggwan/country-pack';
import type { DeclaredPayment } from './assessable-declaration';

type Payment = Pick<TaxAssessed, 'paymentMethod' | 'accountReference' | 'debtor'>;

/**
 * How the declaration says that it will be paid. Of several methods the first that collects anything goes for all.
 * The account is the guarantee where the method is one, else the deferment account; the other where there is but one.
 */
export function paymentOf(declared: DeclaredPayment, pack: CountryPack, on: Day): Payment {
  const { methods, defermentAccount, guarantee, debtor } = declared;
  const howOf = (method: string) => pack.paymentMethod(method, on)?.how;
  const paymentMethod = methods.find((method) => howOf(method) !== 'nil') ?? methods[0];
  const isGuaranteed = paymentMethod !== undefined && howOf(paymentMethod) === 'guarantee';
  const accountReference = isGuaranteed ? (guarantee ?? defermentAccount) : (defermentAccount ?? guarantee);
  return { paymentMethod, accountReference, debtor };
}
