import { eventClass } from '@tonggwan/contracts';
import type { ServiceDefinition } from '@tonggwan/service-host';

/** Where Nest keeps the controllers of a module and the patterns of a handler. */
const CONTROLLERS = 'controllers';
const PATTERN = 'microservices:pattern';

type Class = new (...parameters: never[]) => object;

/** The services whose events a service listens to, as its handlers say. */
export function sourcesOf({ module }: ServiceDefinition): readonly string[] {
  const controllers = (Reflect.getMetadata(CONTROLLERS, module) ?? []) as Class[];
  const types = controllers.flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype).flatMap((name) => patternsOf(prototype as object, name)),
  );
  return [...new Set(types.flatMap((type) => eventClass(type)?.source ?? []))].sort();
}

function patternsOf(prototype: object, name: string): string[] {
  const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
  if (typeof method !== 'function') return [];
  return (Reflect.getMetadata(PATTERN, method) ?? []) as string[];
}
