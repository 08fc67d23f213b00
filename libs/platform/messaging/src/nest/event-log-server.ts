import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Consumer, Engine, Subscription } from '../engine/engine';
import type { EventTypes } from '../event-types';
import type { Handler } from '../lane/handlers';
import type { LaneSettings } from '../lane/settings';
import type { StateTable } from '../state-table';
import type { Store } from '../store/store';

export interface EventLogServerOptions {
  /** The service's name: its lanes are kept under it. */
  readonly consumer: string;
  readonly engine: Engine;
  readonly store: Store;
  readonly types: EventTypes;
  /** In lock order. */
  readonly tables: readonly StateTable<unknown>[];
  readonly settings: LaneSettings;
}

/**
 * Nest's way to the event log: `@EventPattern('DeclarationAccepted')` takes `(events, batch)`, all events of that type in
 * a batch at once. What a handler throws reaches the lane, which knows what to do about it.
 */
export class EventLogServer extends Server implements CustomTransportStrategy {
  private subscription: Subscription | undefined;

  constructor(private readonly options: EventLogServerOptions) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.subscribe().then(() => callback(), callback);
  }

  async close(): Promise<void> {
    await this.subscription?.close();
  }

  /** The lanes of this process and what ails them; undefined before the start and for a service that listens to nothing. */
  state(): Subscription | undefined {
    return this.subscription;
  }

  // Nest asks for these two; the log has no connection of its own that could tell anything.
  on(): void {}
  unwrap<T>(): T {
    return this.subscription as T;
  }

  private async subscribe(): Promise<void> {
    await this.options.engine.publish(this.options.store, this.options.settings);
    const byType = new Map<string, Handler>();
    for (const [type, handler] of this.messageHandlers)
      byType.set(type, (events, batch) => call(handler, events, batch));
    if (byType.size === 0) return;
    const { consumer: name, engine, store, types, tables, settings } = this.options;
    const handlers = { byType, tables };
    const consumer: Consumer = {
      name,
      sources: this.sourcesOf(byType.keys()),
      store,
      types,
      handlers,
      settings,
    };
    this.subscription = await engine.subscribe(consumer);
  }

  private sourcesOf(patterns: Iterable<string>): readonly string[] {
    const sources = new Set<string>();
    for (const type of patterns) {
      const source = this.options.types.sourceOf(type);
      if (!source) throw new Error(`${this.options.consumer} listens to ${type}, which no service publishes`);
      sources.add(source);
    }
    return [...sources].sort();
  }
}

async function call(handler: MessageHandler, events: unknown, batch: unknown): Promise<void> {
  const answer: unknown = await handler(events, batch);
  if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
}
