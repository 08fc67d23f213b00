import type {
  Declaration,
  DeclarationAccepted,
  DeclarationCancelled,
  DeclarationRegistered,
  DeclarationRejected,
  LodgementReceived,
  RequestRefused,
  RuleError,
} from '@tonggwan/contracts';
import type { DomainEvent } from '@tonggwan/kernel';
import type { ClearancePlan } from './clearance-plan';
import type { Facts } from './facts';

/** Which declaration, which version, whose. */
export interface Subject {
  readonly declarationId: string;
  readonly version: number;
  readonly party: string;
}

/** What the rules made of a lodgement: every error, or the way it will go and its number. */
export type Examination =
  | { readonly errors: readonly RuleError[] }
  | { readonly plan: ClearancePlan; readonly mrn: string };

export interface Lodge {
  readonly type: 'Lodge';
  readonly lodgement: LodgementReceived;
  readonly examination: Examination;
  readonly at: string;
}

/** The goods have come. `declaration` is what was kept of it when it was registered. */
export interface PresentGoods {
  readonly type: 'PresentGoods';
  readonly subject: Subject;
  readonly arrivedAt: string;
  readonly declaration?: Declaration;
  readonly at: string;
}

/** Somebody else has decided something. */
export interface Note {
  readonly type: 'Note';
  readonly subject: Subject;
  readonly facts: Facts;
}

export interface Cancel {
  readonly type: 'Cancel';
  readonly subject: Subject;
  readonly reason: string;
  readonly at: string;
}

export type DeclarationCommand = Lodge | PresentGoods | Note | Cancel;

/** What a lodgement said that its own events do not carry; it stays inside. */
export interface Lodged extends Subject {
  readonly lrn: string;
  readonly receivedAt: string;
  readonly unknownFields: readonly string[];
  readonly plan?: ClearancePlan;
}

export type DeclarationEvent =
  | DomainEvent<'Lodged', Lodged>
  | DomainEvent<'Noted', Subject & { readonly facts: Facts }>
  | DomainEvent<'DeclarationRegistered', DeclarationRegistered>
  | DomainEvent<'DeclarationAccepted', DeclarationAccepted>
  | DomainEvent<'DeclarationRejected', DeclarationRejected>
  | DomainEvent<'DeclarationCancelled', DeclarationCancelled>
  | DomainEvent<'RequestRefused', RequestRefused>;
