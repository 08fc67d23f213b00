import { type Caller, isStaff, Problem } from '@tonggwan/service-host';

export const GROUPS = ['channel', 'office', 'day'] as const;
export type Group = (typeof GROUPS)[number];

/** What is asked of the statistics. */
export interface StatisticsQuery {
  readonly by: readonly ('step' | Group)[];
  /** The first and the last of the office's days on which the lives began. */
  readonly from?: string;
  readonly to?: string;
}

const BY: readonly string[] = ['step', ...GROUPS];
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** @throws Problem 400 naming each parameter that is wrong; 403 where somebody outside customs asks for channels */
export function statisticsQuery(
  parameters: Readonly<Record<string, unknown>>,
  caller: Caller,
): StatisticsQuery {
  const { by: names = 'step', from, to } = parameters;
  const by = typeof names === 'string' ? [...new Set(names.split(','))] : [];
  const errors = [
    ...(by.length > 0 && by.every((name) => BY.includes(name))
      ? []
      : [{ pointer: 'by', detail: `must be one or more of ${BY.join(', ')}, divided by commas` }]),
    ...[
      { pointer: 'from', value: from },
      { pointer: 'to', value: to },
    ]
      .filter(({ value }) => value !== undefined && !(typeof value === 'string' && DAY.test(value)))
      .map(({ pointer }) => ({ pointer, detail: 'must be a day such as 2026-01-31' })),
  ];
  if (errors.length > 0)
    throw new Problem(400, 'malformed', 'The statistics cannot be asked for so.', { errors });
  if (by.includes('channel') && !isStaff(caller)) {
    throw new Problem(403, 'channel-not-shown', 'Channels are shown to customs officers only.');
  }
  return { by, from, to } as StatisticsQuery;
}
