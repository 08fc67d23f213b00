import type { Check } from './evidence';

/** Nothing else is an event's own fault: a handler that chokes on it, or three processes in a row that died over it. */
const POISON = /not understood|ended the process/;

/** What is marked as carried has arrived at the broker, nothing is given up that could be done, and all comes to rest. */
export const carriage: Check = ({ marks, buried, unrest, forked, history }) => [
  ...unrest,
  ...forked.flatMap(({ source, epoch, key, type }) =>
    history.some((event) => event.source === source && event.key === key && event.epoch > epoch)
      ? []
      : [`${source} had said ${type} of ${key} before it was set back, and never spoke of it again`],
  ),
  ...buried.flatMap((reason) => (POISON.test(reason) ? [] : [`a dead letter for no good reason: ${reason}`])),
  ...marks.flatMap(({ log, marked, lacking }) =>
    lacking.length > 0
      ? [`${log} is marked as carried to ${marked}, and the broker never had ${lacking.join(', ')}`]
      : [],
  ),
];
