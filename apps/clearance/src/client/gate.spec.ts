import { Gate } from './gate';

describe('a gate', () => {
  it('lets no more through at a time than it may, and everybody in the end, in order', async () => {
    const gate = new Gate(2);
    const done: number[] = [];
    let inside = 0;
    let most = 0;
    const pass = (name: number) =>
      gate.through(async () => {
        most = Math.max(most, (inside += 1));
        await Promise.resolve();
        inside -= 1;
        done.push(name);
      });
    await Promise.all([1, 2, 3, 4, 5].map(pass));
    expect(most).toBe(2);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it('opens again after somebody has failed inside', async () => {
    const gate = new Gate(1);
    await expect(gate.through(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(gate.through(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});
