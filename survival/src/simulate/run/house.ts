import { SERVICES } from '@tonggwan/clearance';
import { type CountryPack, loadPack } from '@tonggwan/country-pack';
import type { Clock } from '@tonggwan/kernel';
import { resolve } from 'node:path';
import { type ListeningService, listeningService } from '../world/service';

const PACK = resolve(__dirname, '../../../../packs/kr');

/** The clock of whichever run is under way. */
export class OfficeClock implements Clock {
  course: () => Date = () => new Date(0);

  now(): Date {
    return this.course();
  }
}

/** What all runs have in common: the services, put together once. They keep nothing in memory from one event to the next. */
export interface House {
  readonly services: readonly ListeningService[];
  readonly pack: CountryPack;
  readonly clock: OfficeClock;
}

export async function openHouse(): Promise<House> {
  const pack = loadPack(PACK);
  const clock = new OfficeClock();
  const services = await Promise.all(SERVICES.map((service) => listeningService(service, pack, clock)));
  return { services, pack, clock };
}
