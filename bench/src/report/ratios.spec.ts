import type { Figures } from '../measure/figures';
import { ratiosOf, ratioText } from './ratios';

const row = (name: string, cpu: number, postgres: number, statements: number): Figures =>
  ({
    name,
    cpuMsPerDeclaration: cpu,
    cpuMsByProgram: { postgres },
    statementsPerDeclaration: statements,
  }) as unknown as Figures;

describe('what a declaration costs on a database that was filled', () => {
  it('is told as a multiple of what it costs on an empty one', () => {
    const rows = [row('bulk', 4, 2, 1), row('bulk-filled', 5, 3, 1), row('bare-sql', 1, 1, 1)];
    const [ratio, ...others] = ratiosOf(rows);
    expect([ratio, others]).toEqual([{ name: 'bulk', cpu: 1.25, cpuOfPostgres: 1.5, statements: 1 }, []]);
    expect(ratioText(ratio!)).toContain(
      '1.25 times the CPU (PostgreSQL 1.50 times) and 1.00 times the statements',
    );
  });

  it('is not told where one of the two has no figures', () => {
    expect(ratiosOf([row('bulk-filled', 5, 3, 1)])).toEqual([]);
  });
});
