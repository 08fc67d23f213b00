import { TaxAssessed } from '@tonggwan/contracts';
import { byDeclaration, type GrowingTable, type StateTable } from '@tonggwan/messaging';
import { type Account, defermentAccount, guaranteeAccount } from './domain/account';
import type { Posting } from './domain/ledger';
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

interface TransferKey {
  readonly declaration_id: string;
  readonly version: number;
  readonly purpose: string;
  readonly party: string;
  readonly lines: number;
}

const TRANSFER_KEY = {
  declaration_id: 'uuid',
  version: 'int',
  purpose: 'text',
  party: 'text',
  lines: 'int',
} as const;

/** The double-entry ledger, movement by movement. */
export const transfers: GrowingTable<TransferKey & { readonly at: string }> = {
  name: 'payments.transfer',
  columns: { ...TRANSFER_KEY, at: 'timestamptz' },
};

/** And line by line. */
export const postings: GrowingTable<TransferKey & Posting & { readonly line: number }> = {
  name: 'payments.posting',
  columns: { ...TRANSFER_KEY, line: 'int', account: 'text', amount: 'bigint', tax: 'text' },
};

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
