import {
  AssessmentHeld,
  CaseOpened,
  ControlConcluded,
  DocumentRequested,
  DutySecured,
  DutySettled,
  GoodsArrived,
  GoodsRefused,
  GoodsReleased,
  GoodsRemoved,
  HoldLifted,
  PaymentNoticeIssued,
  RiskAssessed,
  TaxAssessed,
  type DeclarationEvent,
} from '@tonggwan/contracts';
import type { Clock } from '@tonggwan/kernel';
import type { Batch, Received } from '@tonggwan/messaging';
import { CLOCK } from '@tonggwan/service-host';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { AWAITED, DECLARATIONS } from './database/tables';
import { declaration } from './domain/declaration';
import { CASE_FACTS, type Facts } from './domain/facts';

type Events<E> = readonly Received<E>[];

/**
 * What other services decide, noted with the declaration; the arrival of its goods makes customs accept it.
 */
@Controller()
export class DeclarationsConsumer {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern(GoodsArrived.type)
  presentGoods(@Payload() events: Events<GoodsArrived>, @Ctx() batch: Batch): void {
    const at = this.clock.now().toISOString();
    for (const { data } of events) {
      const { declarationId, version, party, arrivedAt } = data;
      const subject = { declarationId, version, party };
      const awaited = batch.state(AWAITED, declarationId);
      const content = awaited?.version === version ? awaited.declaration : undefined;
      const command = { type: 'PresentGoods', subject, arrivedAt, declaration: content, at } as const;
      batch.decide(DECLARATIONS, declarationId, declaration, command);
    }
  }

  @EventPattern(GoodsRemoved.type)
  noteRemoval(@Payload() events: Events<GoodsRemoved>, @Ctx() batch: Batch): void {
    note(events, batch, ({ removedAt: at }) => ({ removed: { at } }));
  }

  @EventPattern(RiskAssessed.type)
  noteChannel(@Payload() events: Events<RiskAssessed>, @Ctx() batch: Batch): void {
    note(events, batch, ({ assessedAt: at, channel, reasons, random }) => ({
      screened: { at, channel, reasons, random },
    }));
  }

  @EventPattern(TaxAssessed.type)
  noteAssessment(@Payload() events: Events<TaxAssessed>, @Ctx() batch: Batch): void {
    note(events, batch, ({ assessedAt: at, stage, totals, assessed, payable, nilReason }) => ({
      assessed: { at, stage, totals, assessed, payable, nilReason },
    }));
  }

  @EventPattern(AssessmentHeld.type)
  noteHold(@Payload() events: Events<AssessmentHeld>, @Ctx() batch: Batch): void {
    note(events, batch, ({ heldAt: at, reason }) => ({ held: { at, reason } }));
  }

  @EventPattern(HoldLifted.type)
  noteLiftedHold(@Payload() events: Events<HoldLifted>, @Ctx() batch: Batch): void {
    note(events, batch, ({ liftedAt: at }) => ({ holdLifted: { at } }));
  }

  @EventPattern(PaymentNoticeIssued.type)
  noteNotice(@Payload() events: Events<PaymentNoticeIssued>, @Ctx() batch: Batch): void {
    note(events, batch, ({ issuedAt: at, noticeNumber, amount }) => ({
      noticed: { at, noticeNumber, amount },
    }));
  }

  @EventPattern(DutySecured.type)
  noteSecurity(@Payload() events: Events<DutySecured>, @Ctx() batch: Batch): void {
    note(events, batch, ({ securedAt: at, how, amount, reference }) => ({
      secured: { at, how, amount, reference },
    }));
  }

  @EventPattern(DutySettled.type)
  noteSettlement(@Payload() events: Events<DutySettled>, @Ctx() batch: Batch): void {
    note(events, batch, ({ settledAt: at, amount }) => ({ settled: { at, amount } }));
  }

  @EventPattern(CaseOpened.type)
  noteCase(@Payload() events: Events<CaseOpened>, @Ctx() batch: Batch): void {
    note(events, batch, ({ openedAt: at, kind }) => CASE_FACTS[kind].opened({ at }));
  }

  @EventPattern(DocumentRequested.type)
  noteDocument(@Payload() events: Events<DocumentRequested>, @Ctx() batch: Batch): void {
    note(events, batch, ({ requestedAt: at, caseId, document, text }) => ({
      [`document:${caseId}/${document}`]: { at, document, text },
    }));
  }

  @EventPattern(ControlConcluded.type)
  noteConclusion(@Payload() events: Events<ControlConcluded>, @Ctx() batch: Batch): void {
    note(events, batch, ({ concludedAt: at, kind, decision }) =>
      CASE_FACTS[kind].concluded({ at, decision }),
    );
  }

  @EventPattern(GoodsReleased.type)
  noteRelease(@Payload() events: Events<GoodsReleased>, @Ctx() batch: Batch): void {
    note(events, batch, ({ releasedAt: at }) => ({ released: { at } }));
  }

  @EventPattern(GoodsRefused.type)
  noteRefusal(@Payload() events: Events<GoodsRefused>, @Ctx() batch: Batch): void {
    note(events, batch, ({ refusedAt: at, outcome, reason }) => ({ refused: { at, outcome, reason } }));
  }
}

function note<E extends DeclarationEvent>(
  events: Events<E>,
  batch: Batch,
  factsIn: (data: E) => Facts,
): void {
  for (const { data } of events) {
    const { declarationId, version, party } = data;
    const subject = { declarationId, version, party };
    batch.decide(DECLARATIONS, declarationId, declaration, { type: 'Note', subject, facts: factsIn(data) });
  }
}
