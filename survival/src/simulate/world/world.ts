import type { CountryPack } from '@tonggwan/country-pack';
import type { Clock } from '@tonggwan/kernel';
import { type Appended, type Handlers, MemoryLog, MemoryStore, Unprocessable } from '@tonggwan/messaging';
import type { Plant } from '../plants/plant';
import { Broker } from './broker';
import type { Fate } from './fate';
import { HouseProcess } from './house-process';
import { Life } from './life';
import { Locks } from './locks';
import type { ListeningService } from './service';
import type { SimulatedTime } from './simulated-time';

export type EngineName = 'memory' | 'kafka';

const RESTART_MS = { least: 100, span: 1_500 };

/** The whole house: what is on disk and outlives every process, and the processes that work on it. */
export class World {
  readonly engine: EngineName;
  readonly log: MemoryLog;
  readonly broker: Broker;
  readonly locks: Locks;
  /** Every event in the order of its commit, over all services. */
  readonly history: Appended[number][] = [];
  readonly processes = new Set<HouseProcess>();
  /** Why events became dead letters. */
  readonly buried: string[] = [];
  private readonly databases: ReadonlyMap<string, MemoryStore>;
  /** Nobody starts a process any more. */
  isOver = false;
  private readonly lives = new Map<Life, readonly ListeningService[]>();
  private starts = 0;

  constructor(
    readonly services: readonly ListeningService[],
    readonly pack: CountryPack,
    readonly clock: Clock,
    readonly time: SimulatedTime,
    readonly fate: Fate,
    readonly plant: Plant,
  ) {
    const now = (): Date => clock.now();
    this.engine = fate.draw('engine').happens(50) ? 'kafka' : 'memory';
    this.log = new MemoryLog(now);
    this.log.watch((appended) => void this.history.push(...appended));
    this.broker = new Broker(time, fate);
    this.locks = new Locks(time, fate);
    this.databases = new Map(services.map(({ name }) => [name, new MemoryStore(name, this.log, now)]));
  }

  database(service: string): MemoryStore {
    return this.databases.get(service)!;
  }

  /** Sometimes one process runs everything, else each service has its own. */
  startAll(): void {
    const isTogether = this.fate.draw('deployment').happens(30);
    const groups = isTogether ? [this.services] : this.services.map((service) => [service]);
    for (const group of groups) void this.keepRunning(group);
  }

  /** A process that can be asked; undefined where none is up. */
  processOf(service: string): HouseProcess | undefined {
    return [...this.processes].find(
      ({ services, life }) => life.isAlive && services.some(({ name }) => name === service),
    );
  }

  /** A second process of a service beside the first, for a while: both believe that its lanes are theirs. */
  async doubleOf(service: ListeningService, ms: number): Promise<void> {
    const process = await this.start([service]);
    await this.time.sleep(ms);
    await process?.stop();
  }

  /** Every process of a service, those too that are not up yet. */
  endAllOf(service: string): void {
    for (const [life, services] of this.lives) if (services.some(({ name }) => name === service)) life.end();
  }

  /** What a service does with events, where now and then it chokes on one until it is mended. */
  wrap(service: string, handlers: Handlers): Handlers {
    const byType = [...this.plant.handlers(service, handlers).byType].map(([type, handler]) => {
      const choking: typeof handler = (events, batch) => {
        for (const { source, bucket, position } of events)
          if (this.isPoison(`${service} chokes on ${source}/${bucket}/${position}`))
            throw new Unprocessable('not understood');
        return handler(events, batch);
      };
      return [type, choking] as const;
    });
    return { ...handlers, byType: new Map(byType) };
  }

  private readonly poison = new Map<string, boolean>();
  private isMended = false;

  /** Whoever chokes on an event chokes on it again. */
  private isPoison(name: string): boolean {
    if (this.isMended) return false;
    if (!this.poison.has(name)) this.poison.set(name, this.fate.strikes(name, 8));
    return this.poison.get(name)!;
  }

  /** Nothing goes wrong any more, and what choked is understood. */
  calm(): void {
    this.fate.calm();
    this.isMended = true;
  }

  /** Whoever looks after the process starts it again when it has died. */
  private async keepRunning(services: readonly ListeningService[]): Promise<void> {
    while (!this.isOver) {
      const process = await this.start(services);
      await new Promise<void>((resolve) =>
        process?.life.isAlive ? process.life.onDeath(resolve) : resolve(),
      );
      const name = services[0]!.name;
      await this.time.sleep(
        RESTART_MS.least + this.fate.draw(`restart ${name} ${this.starts}`).below(RESTART_MS.span),
      );
    }
  }

  private async start(services: readonly ListeningService[]): Promise<HouseProcess | undefined> {
    const name = services.length > 1 ? 'the house' : services[0]!.name;
    const life = new Life(name, this.time, this.fate);
    this.starts += 1;
    this.lives.set(life, services);
    life.onDeath(() => void this.lives.delete(life));
    try {
      const process = await HouseProcess.start(this, services, life);
      this.processes.add(process);
      life.onDeath(() => void this.processes.delete(process));
      return process;
    } catch {
      life.end();
      return undefined;
    }
  }
}
