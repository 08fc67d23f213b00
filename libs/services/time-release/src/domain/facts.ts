import type * as contracts from '@tonggwan/contracts';
import type { Fact } from './life';
import type { Moment, MomentName } from './moment';

interface Events {
  LodgementReceived: contracts.LodgementReceived;
  GoodsArrived: contracts.GoodsArrived;
  GoodsRemoved: contracts.GoodsRemoved;
  DeclarationRegistered: contracts.DeclarationRegistered;
  DeclarationAccepted: contracts.DeclarationAccepted;
  DeclarationRejected: contracts.DeclarationRejected;
  DeclarationCancelled: contracts.DeclarationCancelled;
  RiskAssessed: contracts.RiskAssessed;
  TaxAssessed: contracts.TaxAssessed;
  AssessmentHeld: contracts.AssessmentHeld;
  PaymentNoticeIssued: contracts.PaymentNoticeIssued;
  DutySecured: contracts.DutySecured;
  DutySettled: contracts.DutySettled;
  CaseOpened: contracts.CaseOpened;
  DocumentRequested: contracts.DocumentRequested;
  ControlConcluded: contracts.ControlConcluded;
  HoldLifted: contracts.HoldLifted;
  GoodsReleased: contracts.GoodsReleased;
  GoodsRefused: contracts.GoodsRefused;
}

/** What each event says of the time. `RequestRefused` is not heard: the declaration stands as it was. */
const MOMENTS: { readonly [Type in keyof Events]: (event: Events[Type]) => readonly Moment[] } = {
  LodgementReceived: (event) => [moment('lodged', event, event.receivedAt)],
  GoodsArrived: (event) => [moment('arrived', event, event.arrivedAt)],
  GoodsRemoved: (event) => [moment('removed', event, event.removedAt)],
  DeclarationRegistered: (event) => [
    moment('registered', event, event.registeredAt, { office: event.office }),
    ...arrivalOf(event),
  ],
  DeclarationAccepted: (event) => [
    moment('accepted', event, event.acceptedAt, {
      office: event.office,
      conditions: event.conditions,
      goodsPresent: event.goodsPresent,
    }),
    ...arrivalOf(event),
  ],
  DeclarationRejected: (event) => [moment('rejected', event, event.rejectedAt)],
  DeclarationCancelled: (event) => [moment('cancelled', event, event.cancelledAt)],
  RiskAssessed: (event) => [
    moment('screened', event, event.assessedAt, { channel: event.channel, office: event.office }),
  ],
  TaxAssessed: (event) => [moment('assessed', event, event.assessedAt)],
  AssessmentHeld: (event) => [moment('held', event, event.heldAt, { office: event.office })],
  PaymentNoticeIssued: (event) => [moment('noticed', event, event.issuedAt)],
  DutySecured: (event) => [moment('secured', event, event.securedAt)],
  DutySettled: (event) => [moment('settled', event, event.settledAt)],
  CaseOpened: ({ kind, ...event }) =>
    kind === 'audit' ? [] : [moment(`${kind}-opened`, event, event.openedAt, { caseId: event.caseId })],
  DocumentRequested: (event) => [
    moment('documents-asked', event, event.requestedAt, { caseId: event.caseId }),
  ],
  ControlConcluded: ({ kind, ...event }) =>
    kind === 'audit' ? [] : [moment('concluded', event, event.concludedAt, { caseId: event.caseId })],
  HoldLifted: (event) => [moment('lifted', event, event.liftedAt, { caseId: event.caseId })],
  GoodsReleased: (event) => [moment('released', event, event.releasedAt)],
  GoodsRefused: (event) => [moment('refused', event, event.refusedAt)],
};

/** The types of the events that matter here. */
export const HEARD = Object.keys(MOMENTS) as readonly (keyof Events)[];

/** @param event of one of the types in {@link HEARD}, its data checked against its contract */
export function factOf(event: { readonly type: string; readonly data: unknown; readonly at: string }): Fact {
  const data = event.data as contracts.DeclarationEvent & { readonly lrn?: string; readonly mrn?: string };
  const momentsOf = MOMENTS[event.type as keyof Events] as (data: unknown) => readonly Moment[];
  const { declarationId, party, lrn, mrn } = data;
  return { declarationId, party, lrn, mrn, moments: momentsOf(data), appendedAt: event.at };
}

function moment(
  name: MomentName,
  { version }: { readonly version: number },
  at: string,
  more: Partial<Pick<Moment, 'caseId' | 'channel' | 'office' | 'conditions' | 'goodsPresent'>> = {},
): Moment {
  return { name, version, at: Date.parse(at), ...more };
}

function arrivalOf(
  event: contracts.DeclarationRegistered | contracts.DeclarationAccepted,
): readonly Moment[] {
  return event.arrivedAt ? [moment('arrived', event, event.arrivedAt)] : [];
}
