import { withinTime } from '@tonggwan/messaging';
import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Troubles, Vitals } from '../front/vitals';

/** A thread that says nothing for so long stands still. */
const ANSWER_MS_MAX = 5_000;

interface Question {
  readonly about: keyof Vitals;
  readonly answerTo: MessagePort;
}

interface Answer {
  readonly found?: unknown;
  readonly failure?: string;
}

/** Asks the thread behind the port how its services are. @throws TimedOut when it says nothing, Error when it cannot say */
export function vitalsBehind(port: MessagePort): Vitals {
  const ask = async (about: keyof Vitals): Promise<unknown> => {
    const { port1, port2 } = new MessageChannel();
    try {
      port.postMessage({ about, answerTo: port2 } satisfies Question, [port2]);
      const heard = withinTime(ANSWER_MS_MAX, 'an answer of the thread of the lanes', answerOn(port1));
      const { found, failure } = await heard;
      if (failure !== undefined) throw new Error(failure);
      return found;
    } finally {
      port1.close();
    }
  };
  return {
    faults: () => ask('faults') as Promise<Troubles>,
    absences: () => ask('absences') as Promise<Troubles>,
    metrics: () => ask('metrics') as Promise<string>,
  };
}

async function answerOn(port: MessagePort): Promise<Answer> {
  const [answer] = (await once(port, 'message')) as [Answer];
  return answer;
}

/** Answers whoever asks through the port. */
export function answerFor(vitals: Vitals, port: MessagePort): void {
  port.on('message', ({ about, answerTo }: Question) => {
    const answer = (given: Answer): void => answerTo.postMessage(given);
    vitals[about]().then(
      (found) => answer({ found }),
      (error: unknown) => answer({ failure: String(error) }),
    );
  });
}
