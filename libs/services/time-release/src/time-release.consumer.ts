import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { CountryPack } from '@tonggwan/country-pack';
import type { Batch, Received } from '@tonggwan/messaging';
import { PACK } from '@tonggwan/service-host';
import { lives } from './database/lives';
import { factOf, HEARD } from './domain/facts';
import { noted } from './domain/life';

/** Listens to every service and says nothing: it only keeps when everything happened. */
@Controller()
export class TimeReleaseConsumer {
  constructor(@Inject(PACK) private readonly pack: CountryPack) {}

  @EventPattern([...HEARD])
  note(@Payload() events: readonly Received[], @Ctx() batch: Batch): void {
    for (const event of events) {
      const life = batch.state(lives, event.declarationId);
      const next = noted(life, factOf(event), this.pack.timeZone);
      if (next && next !== life) batch.put(lives, event.declarationId, next);
    }
  }
}
