import { LodgementReceived } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import { type Clock, localDay } from '@tonggwan/kernel';
import type { Batch, Received } from '@tonggwan/messaging';
import { CLOCK, PACK } from '@tonggwan/service-host';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { AWAITED, DECLARATIONS } from './database/tables';
import { declaration } from './domain/declaration';
import { Examiner, type Findings } from './examiner';
import { NumberRegister } from './number-register';

/** Takes lodgements in: examined, numbered, and accepted, registered or rejected. */
@Controller()
export class LodgementsConsumer {
  private readonly examiner: Examiner;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PACK) private readonly pack: CountryPack,
  ) {
    this.examiner = new Examiner(pack);
  }

  @EventPattern(LodgementReceived.type)
  async take(@Payload() events: readonly Received<LodgementReceived>[], @Ctx() batch: Batch): Promise<void> {
    const at = this.clock.now().toISOString();
    const year = Number(localDay(at, this.pack.timeZone).slice(0, 4));
    const examined = events
      .filter(({ data }) => isNew(data, batch))
      .map(({ data }) => ({ lodgement: data, findings: this.examiner.examine(data) }));
    const register = new NumberRegister(this.pack, batch, year);
    await register.load(
      examined.flatMap(({ lodgement: { declarationId }, findings }) =>
        'plan' in findings ? [{ declarationId, office: findings.plan.office }] : [],
      ),
    );
    for (const { lodgement, findings } of examined) {
      if (isNew(lodgement, batch)) lodge(lodgement, findings, register, at, batch);
    }
  }
}

/** Not heard of before in this version: only then is it worth a number. */
function isNew({ declarationId, version }: LodgementReceived, batch: Batch): boolean {
  const known = batch.state(DECLARATIONS, declarationId);
  return !known || version > known.version || (version === known.version && !known.facts.lodged);
}

function lodge(
  lodgement: LodgementReceived,
  findings: Findings,
  register: NumberRegister,
  at: string,
  batch: Batch,
): void {
  const { declarationId, version, party } = lodgement;
  const known = batch.state(DECLARATIONS, declarationId);
  const examination =
    'errors' in findings
      ? findings
      : { ...findings, mrn: known?.mrn ?? register.next({ declarationId, office: findings.plan.office }) };
  const command = { type: 'Lodge', lodgement, examination, at } as const;
  const events = batch.decide(DECLARATIONS, declarationId, declaration, command);
  if (events.some(({ type }) => type === 'DeclarationRegistered')) {
    batch.put(AWAITED, declarationId, { party, version, declaration: lodgement.declaration });
  }
}
