import { isSteady } from './steady';

const everyMs = (ms: number, from: number, to: number) =>
  Array.from({ length: (to - from) / ms }, (_, place) => from + ms * place);

describe('an undisturbed system', () => {
  const accepted = everyMs(10, 0, 20_000);

  it('releases what comes but for those that are not to be released', () => {
    expect(isSteady(accepted, everyMs(11, 0, 20_000), 20_000)).toBe(true);
  });

  it('is not one that leaves some lying', () => {
    expect(isSteady(accepted, everyMs(13, 0, 20_000), 20_000)).toBe(false);
  });

  it('is not one that makes good what has piled up', () => {
    expect(isSteady(accepted, everyMs(9, 10_000, 20_000), 20_000)).toBe(false);
  });

  it('is not one to which nothing has come yet', () => {
    expect(isSteady([], [], 20_000)).toBe(false);
  });
});
