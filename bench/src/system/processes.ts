import { Child } from './child';
import type { SystemOrder, SystemReady } from './order';
import { SYSTEM_MAIN } from './system-main';

/** Processes with all services in each, on one database: they share the buckets, or Kafka's partitions. */
export class Processes {
  private constructor(private readonly children: readonly Child<SystemReady>[]) {}

  /** Starts so many, one after the other as a rollout does. */
  static async start(count: number, order: SystemOrder, profile?: string): Promise<Processes> {
    const children: Child<SystemReady>[] = [];
    try {
      while (children.length < count)
        children.push(await Child.start<SystemReady>(SYSTEM_MAIN, order, profile));
      return new Processes(children);
    } catch (error) {
      await stopped(children);
      throw error;
    }
  }

  get ready(): readonly SystemReady[] {
    return this.children.map(({ ready }) => ready);
  }

  /** Statements that all have sent so far; of one that was killed nobody knows. */
  async statements(): Promise<number> {
    const counts = await Promise.all(
      this.children.map((child) => (child.isRunning ? child.statements() : Promise.resolve(NaN))),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Events that the lanes of each have taken, of those that still run, as `/metrics` says it. */
  async eventsTaken(): Promise<readonly number[]> {
    const running = this.children.filter(({ isRunning }) => isRunning);
    return Promise.all(running.map(({ ready }) => eventsIn(`${ready.url}/metrics`)));
  }

  /** Ends the last one with kill -9. */
  kill(): Promise<void> {
    return this.children.at(-1)!.kill();
  }

  stop(): Promise<void> {
    return stopped(this.children);
  }
}

async function stopped(children: readonly Child<SystemReady>[]): Promise<void> {
  await Promise.all(children.map((child) => child.stop()));
}

async function eventsIn(url: string): Promise<number> {
  const text = await (await fetch(url)).text();
  const counts = [...text.matchAll(/^tonggwan_events_total\{[^}]*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
