import { TaxAssessed } from '@tonggwan/contracts';
import { byDeclaration, type StateTable } from '@tonggwan/messaging';
import { type Account, defermentAccount, guaranteeAccount } from './domain/account';
import type { Obligation } from './domain/obligation';

export const obligations = byDeclaration<Obligation>('payments.obligation');

/** Payments that the bank has reported, by its reference. Only the bank's door comes here, no event does. */
export const receipts: StateTable<Receipt> = { name: 'payments.receipt', keysOf: () => [] };

export interface Receipt {
  /** Of the notice's owner. */
  readonly party: string;
  readonly reference: string;
  readonly noticeNumber: string;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly paidAt: string;
  readonly receivedAt: string;
}

/** An obligation knows the account that stands for it; an assessment names the ones that may. */
export const accounts: StateTable<Account> = {
  name: 'payments.account',
  isShared: true,
  asksBatch: true,
  keysOf: ({ type, data, declarationId }, batch) => {
    const covering = batch.state(obligations, declarationId)?.cover?.account;
    const named = type === TaxAssessed.type ? accountsNamedBy(data as TaxAssessed) : [];
    return covering ? [covering, ...named] : named;
  },
};

function accountsNamedBy({ accountReference, debtor }: TaxAssessed): string[] {
  const guarantee = guaranteeAccount(debtor);
  return accountReference ? [defermentAccount(accountReference), guarantee] : [guarantee];
}
