import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { DeclarationAccepted, DeclarationRegistered, HoldLifted } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import type { Clock } from '@tonggwan/kernel';
import { type Batch, byDeclaration, type Received } from '@tonggwan/messaging';
import { CLOCK, PACK } from '@tonggwan/service-host';
import { CountryTaxLaw } from './country-tax-law';
import type { Step } from './domain/assess';
import { assessment, type AssessmentState } from './domain/assessment';
import { holdDecision } from './domain/officer-rates';
import { assessableDeclaration } from './domain/read-declaration';

export const assessments = byDeclaration<AssessmentState>('tax_assessment.assessment');

@Controller()
export class TaxAssessmentConsumer {
  private readonly assessment: ReturnType<typeof assessment>;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PACK) pack: CountryPack,
  ) {
    this.assessment = assessment(new CountryTaxLaw(pack));
  }

  @EventPattern(DeclarationRegistered.type)
  assessRegistered(@Payload() events: readonly Received<DeclarationRegistered>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.assess(data, 'registered', batch);
  }

  @EventPattern(DeclarationAccepted.type)
  assessAccepted(@Payload() events: readonly Received<DeclarationAccepted>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.assess(data, 'accepted', batch);
  }

  @EventPattern(HoldLifted.type)
  assessAgain(@Payload() events: readonly Received<HoldLifted>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      const { declarationId, version, party } = data;
      const command = {
        type: 'LiftHold',
        version,
        party,
        decision: holdDecision(data),
        at: this.now(),
      } as const;
      batch.decide(assessments, declarationId, this.assessment, command);
    }
  }

  private assess(data: DeclarationRegistered | DeclarationAccepted, step: Step, batch: Batch): void {
    const command = {
      type: 'Assess',
      step,
      declaration: assessableDeclaration(data),
      at: this.now(),
    } as const;
    batch.decide(assessments, data.declarationId, this.assessment, command);
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
