import { execFileSync } from 'node:child_process';

describe('What V8 is told of new objects', () => {
  it('is something it knows, since of what it does not know it says nothing to the caller', () => {
    const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    expect(options).toContain('--allocation-site-pretenuring');
  });
});
