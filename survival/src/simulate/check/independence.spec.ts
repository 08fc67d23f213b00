import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

describe('The checks', () => {
  it('share no code with what they check', () => {
    const files = readdirSync(__dirname).filter((name) => !name.endsWith('.spec.ts'));
    const imports = files.flatMap((name) => {
      const text = readFileSync(join(__dirname, name), 'utf8');
      return [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from!);
    });
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.filter((from) => !from.startsWith('./'))).toEqual([]);
  });
});
