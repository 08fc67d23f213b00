import type { Bench } from './bench';
import type { Turn } from './measure/figures';
import { optionsFrom } from './options';
import type { Row } from './rows';
import { withVariants } from './variants';

const asked: Bench[] = [];
const run = (bench: Bench) => {
  asked.push(bench);
  return Promise.resolve({} as Turn);
};
const rows: readonly Row[] = [
  { name: 'product', isProduct: true, run },
  { name: 'bare', run },
];
const variantsOf = (...args: string[]) => withVariants(rows, optionsFrom(args));
const namesOf = (...args: string[]) => variantsOf(...args).map(({ name }) => name);

describe('the rows of a run', () => {
  it('are as always where nothing is asked for', () =>
    expect(namesOf('--rate', '50')).toEqual(['product', 'bare']));

  it('have each of the product once more for each way that is asked for, right behind it', () => {
    expect(namesOf('--accounts', '1', '--rate', '50', '--lookups', '500')).toEqual([
      ...['product', 'product-1-account', 'product-500-lookups', 'bare'],
    ]);
    expect(namesOf('--processes', '2', '--kill')).toEqual([
      ...['product', 'product-2-processes', 'product-2-processes-1-killed', 'bare'],
    ]);
  });

  it('differ from the one beside them in that one thing', async () => {
    const [, lookups] = variantsOf('--rate', '50', '--lookups', '500');
    expect(lookups?.beside).toBe('product');
    await lookups?.run({ ways: { rate: 50 } } as Bench, 'x', {} as Turn);
    expect(asked.at(-1)?.ways).toEqual({ rate: 50, lookups: 500 });
  });

  it('are lodged at a share of what the row beside has just come to', async () => {
    const [, share] = variantsOf('--rate', '70%');
    expect(share?.name).toBe('product-at-70-percent');
    const releases = new Map(Array.from({ length: 200 }, (_, at) => [String(at), 1_000 + at]));
    const beside = { begin: { at: 1_000 }, end: { at: 3_000 }, releases } as unknown as Turn;
    await share?.run({ ways: {} } as Bench, 'x', beside);
    expect(asked.at(-1)?.ways.rate).toBeCloseTo(70);
  });
});
