import type { Cost } from './need';

/**
 * The product's rows in a result of `--json`, without those that are measured beside others.
 * @param text all that the command has printed: the result is its last line
 * @throws Error naming what is missing
 */
export function costsIn(text: string): readonly Cost[] {
  const result = parsed(text.trim().split('\n').at(-1) ?? '');
  if (result.rate !== undefined)
    throw new Error('the result has a `rate`: what a process does at most is seen without --rate only');
  if (!Array.isArray(result.rows)) throw new Error('the result has no `rows`: is it one of --json?');
  const rows = (result.rows as Row[]).filter(
    ({ name, beside }) => String(name).startsWith('tonggwan') && beside === undefined,
  );
  if (rows.length === 0) throw new Error('the result has no row of the product');
  return rows.map(costOf);
}

type Row = Readonly<Record<string, unknown>>;

function costOf(row: Row): Cost {
  const name = String(row['name']);
  const number = (at: Row, field: string): number => {
    const value = at[field];
    if (typeof value !== 'number' || !(value >= 0))
      throw new Error(`the row ${name} has no number \`${field}\``);
    return value;
  };
  const cpu = (row['cpuMsByProgram'] ?? {}) as Row;
  return {
    name,
    perSecond: number(row, 'perSecond'),
    nodeMs: number(cpu, 'system'),
    postgresMs: number(cpu, 'postgres'),
    kafkaMs: number(cpu, 'kafka'),
    walBytes: number(row, 'walBytesPerDeclaration'),
    storedBytes: number(row, 'storedBytesPerDeclaration'),
    walSyncs: number(row, 'walSyncsPerDeclaration'),
  };
}

function parsed(line: string): Row {
  try {
    return JSON.parse(line) as Row;
  } catch {
    throw new Error('the last line is not JSON: give the output of a run with --json');
  }
}
