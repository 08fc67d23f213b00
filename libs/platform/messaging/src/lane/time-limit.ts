import { TimedOut } from '../errors';

/** @throws TimedOut when the work is not done in time. It is left to itself then: whoever waited must end what it works on */
export async function withinTime<Result>(
  milliseconds: number,
  name: string,
  work: Promise<Result> | Result,
): Promise<Result> {
  if (!(work instanceof Promise)) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const message = `${name} took more than ${milliseconds} ms`;
    timer = setTimeout(() => reject(new TimedOut(message)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
