import type { DeclarationEvent, DutySecured, DutySettled, PaymentNoticeIssued } from '@tonggwan/contracts';
import type { DomainEvent } from '@tonggwan/kernel';
import type { Coins } from './coins';

/** A part of what is owed, by the tax that it goes to. */
export interface TaxPart {
  readonly tax: string;
  readonly amount: Coins;
}

export interface Charge extends DeclarationEvent {
  readonly debtor: string;
  readonly owed: Coins;
  readonly taxes: readonly TaxPart[];
}

export interface Movement extends DeclarationEvent {
  readonly debtor: string;
  /** The account's key. */
  readonly account: string;
  readonly amount: Coins;
}

export interface Receipt extends DeclarationEvent {
  readonly debtor: string;
  readonly amount: Coins;
  /** The bank's own. */
  readonly reference: string;
}

export interface Repayment extends DeclarationEvent {
  readonly debtor: string;
  readonly amount: Coins;
  readonly purpose: 'overpayment' | 'refund';
}

/** What a declaration does to its account: reserve, free, draw at release, give back what was drawn. */
export type AccountMoved =
  | DomainEvent<'Reserved', Movement>
  | DomainEvent<'Freed', Movement>
  | DomainEvent<'Drawn', Movement>
  | DomainEvent<'Restored', Movement>;

export type ObligationEvent =
  | AccountMoved
  | DomainEvent<'Charged', Charge>
  | DomainEvent<'Discharged', Charge>
  | DomainEvent<'NoticeWithdrawn', DeclarationEvent>
  | DomainEvent<'PaymentReceived', Receipt>
  | DomainEvent<'Repaid', Repayment>
  | DomainEvent<'FallenDue', DeclarationEvent>
  | DomainEvent<'Ended', DeclarationEvent>
  | DomainEvent<'PaymentNoticeIssued', PaymentNoticeIssued>
  | DomainEvent<'DutySecured', DutySecured>
  | DomainEvent<'DutySettled', DutySettled>;

/** The part of a richer thing that says which declaration it is about. */
export function about({ declarationId, version, party }: DeclarationEvent): DeclarationEvent {
  return { declarationId, version, party };
}
