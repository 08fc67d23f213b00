import { type Caller, type Fault, isStaff, Problem } from '@tonggwan/service-host';

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
  const errors = [...faultsOfGroups(by), ...faultsOfDay('from', from), ...faultsOfDay('to', to)];
  if (errors.length > 0) {
    throw new Problem(400, 'malformed', 'The statistics cannot be asked for so.', { errors });
  }
  if (by.includes('channel') && !isStaff(caller)) {
    throw new Problem(403, 'channel-not-shown', 'Channels are shown to customs officers only.');
  }
  return { by, from, to } as StatisticsQuery;
}

function faultsOfGroups(by: readonly string[]): Fault[] {
  if (by.length > 0 && by.every((name) => BY.includes(name))) return [];
  return [{ pointer: 'by', detail: `must be one or more of ${BY.join(', ')}, divided by commas` }];
}

function faultsOfDay(pointer: string, value: unknown): Fault[] {
  if (value === undefined || (typeof value === 'string' && DAY.test(value))) return [];
  return [{ pointer, detail: 'must be a day such as 2026-01-31' }];
}
