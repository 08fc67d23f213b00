import { loadPack } from '@tonggwan/country-pack';
import { type Bell, LANE_SETTINGS } from '@tonggwan/messaging';
import {
  type Environment,
  followedClock,
  type Hosted,
  hostService,
  type Issuer,
  sharedPool,
  systemRandom,
  Tokens,
  wallClock,
} from '@tonggwan/service-host';
import { SERVICES } from '../services';

/** What a thread must know to host all services: data, since it goes from one thread to another. */
export interface HostOrder {
  /** Of the role that may do what each service may. */
  readonly sharedUrl: string;
  readonly serviceUrls: Readonly<Record<string, string>>;
  readonly issuer: Issuer;
  readonly packFolder: string;
  /** The folder of archived events. */
  readonly archive?: string;
  /** Where the clock of a simulated day is followed; empty for the wall clock. */
  readonly clockFile: string;
}

/** All services in this thread, on the same connections. @param bell of this thread */
export async function hostAll(
  { sharedUrl, serviceUrls, issuer, packFolder, archive, clockFile }: HostOrder,
  bell: Bell,
  engine: Environment['engine'],
): Promise<Hosted> {
  const pool = sharedPool(sharedUrl);
  const environment: Environment = {
    ...{ engine, archive, pool, bell },
    databaseUrl: (service) => serviceUrls[service]!,
    tokens: new Tokens(issuer),
    clock: clockFile ? followedClock(clockFile) : wallClock,
    random: systemRandom,
    pack: loadPack(packFolder),
    settings: LANE_SETTINGS,
  };
  const services = await Promise.all(SERVICES.map((definition) => hostService(definition, environment)));
  const close = async (): Promise<void> => {
    await Promise.all(services.map((service) => service.close()));
    await pool.end();
  };
  return { services, close };
}
