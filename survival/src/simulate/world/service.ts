import { NestFactory } from '@nestjs/core';
import type { DynamicModule, Type } from '@nestjs/common';
import type { CountryPack } from '@tonggwan/country-pack';
import type { Clock } from '@tonggwan/kernel';
import type { Handler, Handlers } from '@tonggwan/messaging';
import {
  CLOCK,
  Commands,
  EVENT_TYPES,
  Lookups,
  PACK,
  RANDOM,
  type ServiceDefinition,
  systemRandom,
  Tokens,
} from '@tonggwan/service-host';

/** A service's rules without a process around them: what it listens to and what it does then. */
export interface ListeningService {
  readonly name: string;
  readonly sources: readonly string[];
  readonly handlers: Handlers;
  readonly definition: ServiceDefinition;
}

/** Under which Nest notes the types of events that a method takes. */
const PATTERN = 'microservices:pattern';

type EventMethod = (...values: unknown[]) => Promise<void> | void;

/** The service's own module, put together by Nest; its doors are not opened. */
export async function listeningService(
  definition: ServiceDefinition,
  pack: CountryPack,
  clock: Clock,
): Promise<ListeningService> {
  const { name, module, tables } = definition;
  const context = await NestFactory.createApplicationContext(Surroundings.of(module, pack, clock), {
    logger: false,
  });
  const byType = new Map<string, Handler>();
  for (const controller of (Reflect.getMetadata('controllers', module) as Type<object>[] | undefined) ?? []) {
    const instance = context.get<object>(controller, { strict: false });
    for (const [type, method] of methodsOf(instance))
      byType.set(type, (events, batch) => method.call(instance, events, batch));
  }
  const sources = new Set([...byType.keys()].map((type) => EVENT_TYPES.sourceOf(type)!));
  return { name, sources: [...sources].sort(), handlers: { byType, tables }, definition };
}

function methodsOf(instance: object): [string, EventMethod][] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, EventMethod>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const method = prototype[name]!;
    const patterns = (Reflect.getMetadata(PATTERN, method) as string[] | undefined) ?? [];
    return patterns.map((type): [string, EventMethod] => [type, method]);
  });
}

/** What a door would ask for is not there: nothing calls one. */
class Surroundings {
  static of(module: Type, pack: CountryPack, clock: Clock): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: PACK, useValue: pack },
      { provide: RANDOM, useValue: systemRandom },
      ...[Commands, Lookups, Tokens].map((absent) => ({ provide: absent, useValue: {} })),
    ];
    return { module: Surroundings, global: true, imports: [module], providers, exports: providers };
  }
}
