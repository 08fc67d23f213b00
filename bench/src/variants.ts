import type { Bench, Ways } from './bench';
import { releasedPerSecond, type Turn } from './measure/figures';
import type { Options } from './options';
import type { Row } from './rows';

/** A way in which a row is measured once more, beside itself as it always is. */
interface Variant {
  readonly suffix: string;
  /** Rows for which it is not. */
  isNotFor?(name: string): boolean;
  change(bench: Bench, beside: Turn): Bench;
}

/** Each row of the product is followed by itself in the ways that are asked for: only figures of one run are compared. */
export function withVariants(rows: readonly Row[], options: Options): readonly Row[] {
  const variants = variantsOf(options);
  return rows.flatMap((row) =>
    row.isProduct
      ? [
          row,
          ...variants.filter((each) => !each.isNotFor?.(row.name)).map((variant) => variantOf(row, variant)),
        ]
      : row,
  );
}

function variantOf(row: Row, { suffix, change }: Variant): Row {
  return {
    ...row,
    name: `${row.name}-${suffix}`,
    beside: row.name,
    run: (bench, name, beside) => row.run(change(bench, beside!), name),
  };
}

function variantsOf({ rateShare, accounts, lookups, processes, kill, filled }: Options): readonly Variant[] {
  const asked: Variant[] = [];
  if (rateShare !== undefined)
    asked.push({
      suffix: `at-${Math.round(rateShare * 100)}-percent`,
      change: (bench, beside) => inWays(bench, { rate: rateShare * releasedPerSecond(beside) }),
    });
  if (accounts !== undefined)
    asked.push({
      suffix: accounts === 1 ? '1-account' : `${accounts}-accounts`,
      change: (bench) => ({ ...bench, corpus: bench.corpus.sharing(accounts) }),
    });
  if (lookups !== undefined)
    asked.push({ suffix: `${lookups}-lookups`, change: (bench) => inWays(bench, { lookups }) });
  if (processes !== undefined && processes > 1)
    asked.push({ suffix: `${processes}-processes`, change: (bench) => inWays(bench, { processes }) });
  if (filled !== undefined)
    asked.push({
      suffix: 'filled',
      // What is put in beforehand no relay has carried.
      isNotFor: (name) => name.includes('kafka'),
      change: (bench) => inWays(bench, { filled }),
    });
  if (kill)
    asked.push({
      suffix: `${processes}-processes-1-killed`,
      change: (bench) => inWays(bench, { processes, kill }),
    });
  return asked;
}

function inWays(bench: Bench, ways: Ways): Bench {
  return { ...bench, ways: { ...bench.ways, ...ways } };
}
