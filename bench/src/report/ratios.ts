import type { Figures } from '../measure/figures';

export const FILLED = '-filled';

/** What a declaration costs on a database that was filled, as a multiple of what it costs on an empty one. */
export interface Ratio {
  readonly name: string;
  readonly cpu: number;
  readonly cpuOfPostgres: number;
  readonly statements: number;
}

/** Of each row that was run on both. */
export function ratiosOf(rows: readonly Figures[]): readonly Ratio[] {
  return rows.flatMap((filled) => {
    const empty = rows.find(({ name }) => `${name}${FILLED}` === filled.name);
    if (!empty) return [];
    const ratio = (of: (figures: Figures) => number): number => of(filled) / of(empty);
    return [
      {
        name: empty.name,
        cpu: ratio(({ cpuMsPerDeclaration }) => cpuMsPerDeclaration),
        cpuOfPostgres: ratio(({ cpuMsByProgram }) => cpuMsByProgram.postgres),
        statements: ratio(({ statementsPerDeclaration }) => statementsPerDeclaration),
      },
    ];
  });
}

export function ratioText({ name, cpu, cpuOfPostgres, statements }: Ratio): string {
  const times = (ratio: number): string => `${ratio.toFixed(2)} times`;
  return `${name}: filled it takes ${times(cpu)} the CPU (PostgreSQL ${times(cpuOfPostgres)}) and ${times(statements)} the statements of an empty one`;
}
