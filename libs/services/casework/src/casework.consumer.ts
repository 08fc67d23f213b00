import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  AssessmentHeld,
  DeclarationAccepted,
  DeclarationCancelled,
  GoodsReleased,
  RiskAssessed,
  TaxAssessed,
} from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import type { Batch, Received } from '@tonggwan/messaging';
import { PACK } from '@tonggwan/service-host';
import { cases, declarations, dossiers } from './casework.tables';
import { factsOf } from './domain/declaration-facts';
import type { DossierEvent } from './domain/dossier';
import { handleCase } from './domain/handle-case';
import { type DossierCommand, keepDossier } from './domain/keep-dossier';

/** Keeps a dossier of each declaration and opens and closes the cases that come of it. */
@Controller()
export class CaseworkConsumer {
  private readonly dossier: ReturnType<typeof keepDossier>;

  constructor(@Inject(PACK) { law }: CountryPack) {
    this.dossier = keepDossier(law.channelPriorities);
  }

  @EventPattern(DeclarationAccepted.type)
  accepted(@Payload() events: readonly Received<DeclarationAccepted>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      const facts = factsOf(data);
      const command = { type: 'Accepted', declaration: data, at: data.acceptedAt, facts } as const;
      const isNews = this.keep(command, batch).some(({ type }) => type === 'FactsKept');
      if (!isNews) continue;
      const { declarationId: declaration_id, version, party, declaration } = data;
      batch.insert(declarations, { declaration_id, version, party, declaration });
    }
  }

  @EventPattern(RiskAssessed.type)
  screened(@Payload() events: readonly Received<RiskAssessed>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      const { channel, reasons, office } = data;
      const screening = { channel, reasons, office };
      this.keep({ type: 'Screened', declaration: data, at: data.assessedAt, screening }, batch);
    }
  }

  @EventPattern(AssessmentHeld.type)
  held(@Payload() events: readonly Received<AssessmentHeld>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      const { office, reason, details, heldAt: at } = data;
      this.keep({ type: 'Held', declaration: data, at, office, reason, details }, batch);
    }
  }

  @EventPattern(TaxAssessed.type)
  assessed(@Payload() events: readonly Received<TaxAssessed>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      const { stage, assessed, payable, totals, assessedAt } = data;
      const amounts = { stage, assessed, payable, totals, assessedAt };
      this.keep({ type: 'Assessed', declaration: data, at: assessedAt, amounts }, batch);
    }
  }

  @EventPattern(GoodsReleased.type)
  released(@Payload() events: readonly Received<GoodsReleased>[], @Ctx() batch: Batch): void {
    for (const { data } of events)
      this.keep({ type: 'Released', declaration: data, at: data.releasedAt }, batch);
  }

  @EventPattern(DeclarationCancelled.type)
  cancelled(@Payload() events: readonly Received<DeclarationCancelled>[], @Ctx() batch: Batch): void {
    for (const { data } of events)
      this.keep({ type: 'Cancelled', declaration: data, at: data.cancelledAt }, batch);
  }

  private keep(command: DossierCommand, batch: Batch): readonly DossierEvent[] {
    const events = batch.decide(dossiers, command.declaration.declarationId, this.dossier, command);
    for (const { type, data } of events) {
      if (type === 'CaseDue') batch.decide(cases, data.caseId, handleCase, { type: 'Open', due: data });
      if (type === 'CaseOver') batch.decide(cases, data.caseId, handleCase, { type: 'Close', over: data });
    }
    return events;
  }
}
