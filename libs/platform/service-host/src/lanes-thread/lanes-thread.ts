import type { Bell } from '@tonggwan/messaging';
import { once } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Vitals } from '../front/vitals';
import { passRingsOn } from './rings';
import { vitalsBehind } from './vitals-line';

/** What the thread of the lanes is given at its start. */
export interface Charge<Order> {
  readonly order: Order;
  /** Both threads are one process to all others. */
  readonly bellId: string;
  readonly rings: MessagePort;
  readonly questions: MessagePort;
}

/**
 * The lanes of all services in a thread of their own, so that whoever reads and answers requests does not hold them up. They
 * hear at once of what is appended here. When the thread ends by itself the process ends with it.
 */
export class LanesThread {
  private isClosing = false;

  private constructor(
    private readonly worker: Worker,
    readonly vitals: Vitals,
  ) {
    worker.once('exit', (code) => {
      if (!this.isClosing) throw new Error(`the thread of the lanes has ended with ${code}`);
    });
  }

  /**
   * @param program the compiled file that it runs, which calls `serveLanes`
   * @param order what it needs to know, as data
   * @param bell of this thread
   * @throws whatever keeps it from its work
   */
  static async start(program: string, order: unknown, bell: Bell): Promise<LanesThread> {
    const [rings, questions] = [new MessageChannel(), new MessageChannel()];
    const charge: Charge<unknown> = {
      order,
      bellId: bell.id,
      rings: rings.port2,
      questions: questions.port2,
    };
    const worker = new Worker(program, {
      workerData: charge,
      transferList: [charge.rings, charge.questions],
    });
    await once(worker, 'message');
    passRingsOn(bell, rings.port1);
    return new LanesThread(worker, vitalsBehind(questions.port1));
  }

  /** Resolves when all that was under way is finished. */
  async close(): Promise<void> {
    this.isClosing = true;
    const over = once(this.worker, 'exit');
    this.worker.postMessage('close');
    await over;
  }
}
