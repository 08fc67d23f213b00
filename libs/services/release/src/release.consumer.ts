import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  ControlConcluded,
  DeclarationAccepted,
  DeclarationCancelled,
  type DeclarationEvent,
  DutySecured,
  GoodsArrived,
  RiskAssessed,
  TaxAssessed,
} from '@tonggwan/contracts';
import type { Clock } from '@tonggwan/kernel';
import type { Batch, Received } from '@tonggwan/messaging';
import { CLOCK } from '@tonggwan/service-host';
import { CONDITION_MET_BY, isRefusal } from './domain/conditions';
import { release, type StandingCommand } from './domain/release';
import { standings } from './release.tables';

/** Brings what the other services have decided to the join. */
@Controller()
export class ReleaseConsumer {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern(DeclarationAccepted.type)
  accept(@Payload() events: readonly Received<DeclarationAccepted>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      const { mrn, conditions } = data;
      this.decide({ type: 'Accept', declaration: data, at: this.now(), mrn, conditions }, batch);
      this.tell(data, CONDITION_MET_BY.DeclarationAccepted(data), batch);
    }
  }

  @EventPattern(RiskAssessed.type)
  screened(@Payload() events: readonly Received<RiskAssessed>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.tell(data, CONDITION_MET_BY.RiskAssessed(data), batch);
  }

  @EventPattern(ControlConcluded.type)
  controlled(@Payload() events: readonly Received<ControlConcluded>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      this.tell(data, CONDITION_MET_BY.ControlConcluded(data), batch);
      if (isRefusal(data)) this.refuse(data, batch);
    }
  }

  @EventPattern(TaxAssessed.type)
  assessed(@Payload() events: readonly Received<TaxAssessed>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.tell(data, CONDITION_MET_BY.TaxAssessed(data), batch);
  }

  @EventPattern(DutySecured.type)
  secured(@Payload() events: readonly Received<DutySecured>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.tell(data, CONDITION_MET_BY.DutySecured(data), batch);
  }

  @EventPattern(GoodsArrived.type)
  arrived(@Payload() events: readonly Received<GoodsArrived>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.tell(data, CONDITION_MET_BY.GoodsArrived(data), batch);
  }

  @EventPattern(DeclarationCancelled.type)
  cancelled(@Payload() events: readonly Received<DeclarationCancelled>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.decide({ type: 'Cancel', declaration: data, at: this.now() }, batch);
  }

  private refuse(data: ControlConcluded, batch: Batch): void {
    // The outcome is the officer's; goods that were refused without one stay where they are.
    const { outcome = 'detained', reason } = data;
    this.decide({ type: 'Refuse', declaration: data, at: this.now(), outcome, reason }, batch);
  }

  private tell(declaration: DeclarationEvent, condition: string | undefined, batch: Batch): void {
    this.decide({ type: 'Tell', declaration, at: this.now(), condition }, batch);
  }

  private decide(command: StandingCommand, batch: Batch): void {
    batch.decide(standings, command.declaration.declarationId, release, command);
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
