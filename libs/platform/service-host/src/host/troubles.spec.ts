import { Troubles } from './troubles';

describe('troubles that come again and again', () => {
  let lines: string[];
  let troubles: Troubles;
  beforeEach(() => {
    jest.useFakeTimers();
    lines = [];
    troubles = new Troubles((line) => lines.push(line));
  });
  afterEach(() => jest.useRealTimers());

  const comeFor = (seconds: number, ...texts: string[]): void => {
    for (let tick = 0; tick < seconds * 4; tick += 1) {
      texts.forEach((text) => troubles.note(text));
      jest.advanceTimersByTime(250);
    }
  };

  it('are told at once, then ever more seldom with how often they came, and when they are over', () => {
    comeFor(30, 'away');
    jest.advanceTimersByTime(60_000);
    expect(lines).toEqual([
      'away',
      ...['3 × away', '8 × away', '16 × away', '32 × away', '40 × away'],
      ...['20 × away', 'over: 120 within 30 s'],
    ]);
  });

  it('are all named', () => {
    comeFor(3, 'away', 'starting up');
    expect(lines).toEqual(['away', '4 × starting up; 3 × away', '8 × away; 8 × starting up']);
  });

  it('are worth one line when they come once', () => {
    troubles.note('a deadlock');
    jest.advanceTimersByTime(60_000);
    expect(lines).toEqual(['a deadlock']);
  });

  it('are told at once again when they begin anew', () => {
    comeFor(5, 'away');
    jest.advanceTimersByTime(60_000);
    troubles.note('away again');
    expect(lines.at(-1)).toBe('away again');
  });
});
