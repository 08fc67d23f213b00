import { type ShapeFault, validatorOf } from '../schema';
import type { Class } from '../shape/field';
import { CaseOpened, ControlConcluded, DocumentRequested, HoldLifted } from './casework';
import {
  DeclarationAccepted,
  DeclarationCancelled,
  DeclarationRegistered,
  DeclarationRejected,
  RequestRefused,
} from './declarations';
import type { DeclarationEvent } from './declaration-event';
import { GoodsArrived, GoodsRemoved, LodgementReceived } from './gateway';
import { DutySecured, DutySettled, PaymentNoticeIssued } from './payments';
import { GoodsRefused, GoodsReleased, ReleaseWithdrawn } from './release';
import { RiskAssessed } from './risk-screening';
import { AssessmentHeld, TaxAssessed } from './tax-assessment';

export interface EventClass extends Class<DeclarationEvent> {
  readonly type: string;
  /** The service that owns the event: the only one that says it. */
  readonly source: string;
}

/** Every event that crosses a service border. */
export const EVENTS: readonly EventClass[] = [
  LodgementReceived,
  GoodsArrived,
  GoodsRemoved,
  DeclarationRegistered,
  DeclarationAccepted,
  DeclarationRejected,
  DeclarationCancelled,
  RequestRefused,
  RiskAssessed,
  TaxAssessed,
  AssessmentHeld,
  PaymentNoticeIssued,
  DutySecured,
  DutySettled,
  CaseOpened,
  DocumentRequested,
  ControlConcluded,
  HoldLifted,
  GoodsReleased,
  GoodsRefused,
  ReleaseWithdrawn,
];

const byType = new Map(EVENTS.map((event) => [event.type, event]));

export const isEventType = (type: string): boolean => byType.has(type);

export const eventClass = (type: string): EventClass | undefined => byType.get(type);

/** What is wrong with the data of an event; of a type that nobody publishes, everything. */
export function faultsOf(type: string, data: unknown): ShapeFault[] {
  const event = byType.get(type);
  return event ? validatorOf(event)(data) : [{ pointer: '', message: `is of an unknown type: ${type}` }];
}
