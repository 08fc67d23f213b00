import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  AssessmentHeld,
  DeclarationAccepted,
  DeclarationCancelled,
  type DeclarationEvent,
  DeclarationRegistered,
  DeclarationRejected,
  DocumentRequested,
  DutySecured,
  DutySettled,
  GoodsRefused,
  GoodsReleased,
  PaymentNoticeIssued,
  RequestRefused,
  RiskAssessed,
  TaxAssessed,
} from '@tonggwan/contracts';
import type { Clock } from '@tonggwan/kernel';
import type { Batch, Received } from '@tonggwan/messaging';
import { CLOCK } from '@tonggwan/service-host';
import { answerCounters, answers, counterKey, lodgements } from '../database/tables';
import { hearing, isToldAgain, type Lodgement, telling, withStatus } from '../domain/lodgement';
import { type AnswerForm, ANSWERS, answerBody, digestOf } from './answer-of';

type Events<T> = readonly Received<T>[];
type Change<T> = (lodgement: Lodgement, data: T) => Lodgement;

const unchanged = (lodgement: Lodgement): Lodgement => lodgement;
const waits = (lodgement: Lodgement): Lodgement => hearing(lodgement, { waits: true });

/** Hears what became of declarations, keeps how they stand, and puts the answers into the feed. */
@Controller()
export class GatewayConsumer {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern(DeclarationRegistered.type)
  registered(@Payload() events: Events<DeclarationRegistered>, @Ctx() batch: Batch): void {
    this.hear(events, batch, (lodgement, { mrn }) => withStatus(lodgement, 'registered', mrn));
  }

  @EventPattern(DeclarationAccepted.type)
  accepted(@Payload() events: Events<DeclarationAccepted>, @Ctx() batch: Batch): void {
    this.hear(events, batch, (lodgement, { mrn }) => withStatus(lodgement, 'accepted', mrn));
  }

  @EventPattern(DeclarationRejected.type)
  rejected(@Payload() events: Events<DeclarationRejected>, @Ctx() batch: Batch): void {
    this.hear(events, batch, (lodgement) => withStatus(lodgement, 'rejected'));
  }

  @EventPattern(DeclarationCancelled.type)
  cancelled(@Payload() events: Events<DeclarationCancelled>, @Ctx() batch: Batch): void {
    this.hear(events, batch, (lodgement) => withStatus(lodgement, 'cancelled'));
  }

  @EventPattern(RequestRefused.type)
  requestRefused(@Payload() events: Events<RequestRefused>, @Ctx() batch: Batch): void {
    this.hear(events, batch, unchanged);
  }

  /** Heard, never told. */
  @EventPattern(RiskAssessed.type)
  screened(@Payload() events: Events<RiskAssessed>, @Ctx() batch: Batch): void {
    this.hear(events, batch, (lodgement, { channel }) => hearing(lodgement, { channel }));
  }

  @EventPattern(TaxAssessed.type)
  assessed(@Payload() events: Events<TaxAssessed>, @Ctx() batch: Batch): void {
    this.hear(events, batch, unchanged);
  }

  @EventPattern(AssessmentHeld.type)
  held(@Payload() events: Events<AssessmentHeld>, @Ctx() batch: Batch): void {
    this.hear(events, batch, waits);
  }

  @EventPattern(PaymentNoticeIssued.type)
  noticeIssued(@Payload() events: Events<PaymentNoticeIssued>, @Ctx() batch: Batch): void {
    this.hear(events, batch, waits);
  }

  @EventPattern(DutySecured.type)
  secured(@Payload() events: Events<DutySecured>, @Ctx() batch: Batch): void {
    this.hear(events, batch, (lodgement) => hearing(lodgement, { secured: true }));
  }

  @EventPattern(DutySettled.type)
  settled(@Payload() events: Events<DutySettled>, @Ctx() batch: Batch): void {
    this.hear(events, batch, unchanged);
  }

  @EventPattern(DocumentRequested.type)
  documentRequested(@Payload() events: Events<DocumentRequested>, @Ctx() batch: Batch): void {
    this.hear(events, batch, waits);
  }

  @EventPattern(GoodsReleased.type)
  released(@Payload() events: Events<GoodsReleased>, @Ctx() batch: Batch): void {
    this.hear(events, batch, (lodgement) => withStatus(lodgement, 'released'));
  }

  @EventPattern(GoodsRefused.type)
  refused(@Payload() events: Events<GoodsRefused>, @Ctx() batch: Batch): void {
    this.hear(events, batch, (lodgement) => withStatus(lodgement, 'refused'));
  }

  private hear<T extends DeclarationEvent>(events: Events<T>, batch: Batch, change: Change<T>): void {
    for (const { type, data, source, epoch } of events) {
      const lodgement = batch.state(lodgements, data.declarationId);
      if (!lodgement) continue;
      const heard = change(lodgement, data);
      const answer = ANSWERS[type];
      const after = answer ? this.answer(answer, { data, source, epoch }, heard, batch) : heard;
      if (after !== lodgement) batch.put(lodgements, data.declarationId, after);
    }
  }

  /** Tells it, unless its owner was set back and says it again. */
  private answer(
    form: AnswerForm,
    { data, source, epoch }: Pick<Received<DeclarationEvent>, 'data' | 'source' | 'epoch'>,
    lodgement: Lodgement,
    batch: Batch,
  ): Lodgement {
    const what = digestOf(form, data);
    const saying = what === undefined ? undefined : { owner: source, epoch, what };
    if (!saying || !isToldAgain(lodgement, saying)) this.tell(batch, form.type, data, answerBody(form, data));
    return saying ? telling(lodgement, saying) : lodgement;
  }

  private tell(
    batch: Batch,
    type: string,
    { declarationId, version, party }: DeclarationEvent,
    body: object,
  ): void {
    const key = counterKey(declarationId);
    const last = (batch.state(answerCounters, key)?.last ?? 0) + 1;
    batch.put(answerCounters, key, { party: 'customs', last });
    const at = this.clock.now().toISOString();
    const bucket = Number(key.slice(key.indexOf('-') + 1));
    const about = { declaration_id: declarationId, version, party };
    batch.insert(answers, { bucket, position: last, ...about, type, body, at });
  }
}
