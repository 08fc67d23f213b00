import { sleep } from '@tonggwan/messaging';

const BETWEEN_MS = 150;

/**
 * One call after another begins, whatever becomes of those before, for as long as the trouble lasts.
 * @throws whatever the trouble or a call does, once all is over
 */
export async function meanwhile<Answer>(
  trouble: Promise<void>,
  call: (number: number) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Promise<Answer>[] = [];
  let isOver = false;
  const end = (): void => void (isOver = true);
  trouble.then(end, end);
  while (!isOver) {
    answers.push(call(answers.length));
    await sleep(BETWEEN_MS);
  }
  await Promise.allSettled(answers);
  await trouble;
  return Promise.all(answers);
}
