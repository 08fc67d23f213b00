import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { DeclarationAccepted } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import { type Clock, localDay } from '@tonggwan/kernel';
import type { Batch, Received } from '@tonggwan/messaging';
import { CLOCK, PACK } from '@tonggwan/service-host';
import { appraise } from './domain/appraise';
import type { Verdict } from './domain/channel';
import { hasRoom, type InspectionDay, inspectionDay, withOneMore } from './domain/inspection-day';
import { type ScreenedDeclaration, screenedDeclaration } from './domain/screened-declaration';
import { screening } from './domain/screening';
import { RISK_SEED } from './risk-seed';
import { CUSTOMS, inspections, screenings, traders } from './tables';

interface Appraised {
  readonly declaration: ScreenedDeclaration;
  readonly verdict: Verdict;
  readonly day: InspectionDay;
}

const NONE_TAKEN = { party: CUSTOMS, random: 0, profiles: 0 };

@Controller()
export class RiskScreeningConsumer {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PACK) private readonly pack: CountryPack,
    @Inject(RISK_SEED) private readonly seed: string,
  ) {}

  /** Appraises all, then locks the capacities that they ask for, then settles one after the other. */
  @EventPattern(DeclarationAccepted.type)
  async screen(
    @Payload() events: readonly Received<DeclarationAccepted>[],
    @Ctx() batch: Batch,
  ): Promise<void> {
    const appraised = events.map(({ data }) => this.appraised(screenedDeclaration(data), batch));
    const red = appraised.filter(({ verdict }) => verdict.channel === 'red');
    await batch.load(
      inspections,
      red.map(({ day }) => day.key),
    );
    for (const one of appraised) this.settle(one, batch);
  }

  private appraised(declaration: ScreenedDeclaration, batch: Batch): Appraised {
    const { pack, seed } = this;
    const on = localDay(declaration.acceptedAt, pack.timeZone);
    const isFirstTimeTrader = this.isFirstTime(declaration, batch);
    const verdict = appraise(declaration, { pack, on, seed, isFirstTimeTrader });
    return { declaration, verdict, day: inspectionDay(pack, declaration.office, declaration.acceptedAt) };
  }

  /** From now on the trader is known; a later version of his first declaration is still his first. */
  private isFirstTime({ declarationId, trader }: ScreenedDeclaration, batch: Batch): boolean {
    const known = batch.state(traders, trader);
    if (known) return known.declarationId === declarationId;
    batch.put(traders, trader, { party: CUSTOMS, declarationId });
    return true;
  }

  private settle({ declaration, verdict, day }: Appraised, batch: Batch): void {
    const isRed = verdict.channel === 'red';
    const taken = (isRed && batch.state(inspections, day.key)) || NONE_TAKEN;
    const events = batch.decide(screenings, declaration.declarationId, screening, {
      type: 'Screen',
      declaration,
      verdict,
      hasRoom: isRed && hasRoom(day, taken, verdict.random),
      at: this.clock.now().toISOString(),
    });
    const inspection = events.find((event) => event.type === 'InspectionTaken');
    if (inspection) batch.put(inspections, day.key, withOneMore(taken, inspection.data.random));
  }
}
