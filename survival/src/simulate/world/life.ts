import { Unreachable } from '@tonggwan/messaging';
import type { Fate } from './fate';
import type { SimulatedTime } from './simulated-time';

/**
 * The life of one process. Whatever it wants of the world outside passes through here: it takes a moment, and at each such
 * moment the process may die. What is dead reaches nothing any more, and nothing reaches it.
 */
export class Life {
  private isOver = false;
  private readonly mourners: (() => void)[] = [];

  constructor(
    readonly name: string,
    private readonly time: SimulatedTime,
    readonly fate: Fate,
  ) {}

  get isAlive(): boolean {
    return !this.isOver;
  }

  onDeath(mourn: () => void): void {
    this.mourners.push(mourn);
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const mourn of this.mourners) mourn();
  }

  /** A step over the border of the process. @throws Unreachable when it is dead by then, or nobody answers */
  async step(name: string): Promise<void> {
    this.assertAlive();
    await this.time.sleep(this.fate.delayMs(name));
    this.assertAlive();
    this.mayDie(name);
    if (this.fate.strikes(`no answer: ${name}`, 4)) throw new Unreachable(`no answer: ${name}`);
  }

  mayDie(name: string): void {
    if (this.fate.strikes(`dies: ${this.name} at ${name}`, 3)) this.end();
    this.assertAlive();
  }

  assertAlive(): void {
    if (this.isOver) throw new Unreachable(`${this.name} is dead`);
  }
}
