import type { Traffic } from '../traffic/traffic';
import type { ServiceProcess } from '@tonggwan/clearance';

/** A system under test, and what can be taken away from it. */
export interface Site {
  /** The gateways. */
  readonly urls: readonly string[];
  /** Of the party that lodges, and of whoever opens accounts. */
  readonly tokens: { readonly replay: string; readonly administrator: string };
  /** The superuser's address of the database, as it is now. */
  databaseUrl(): Promise<string>;
  /** Resolves when everything is there. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** One process for each service, with Kafka between them. */
export interface SplitSite extends Site {
  readonly services: readonly ServiceProcess[];
  readonly brokers: readonly string[];
  /** One more process of a service, of this version. */
  startAnother(name: string): Promise<ServiceProcess>;
  /** Stops a process for good. */
  retire(service: ServiceProcess): Promise<void>;
  killKafka(): Promise<void>;
  startKafkaAgain(): Promise<void>;
}

/** A site with its traffic, as long as a scenario lasts. */
export interface Scene<Place extends Site = Site> {
  readonly site: Place;
  readonly traffic: Traffic;
  /** How long the trouble is to last. */
  readonly seconds: number;
  /** Declarations a second that the callers bring. */
  readonly rate: number;
  /** Ids of what is put there and no service can take. */
  readonly poisoned: Set<string>;
  /** More callers, who do not come again when they are refused. */
  crowd(perSecond: number): Traffic;
}
