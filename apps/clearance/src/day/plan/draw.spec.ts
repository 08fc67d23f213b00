import { Draw } from './draw';

const many = <Value>(draw: (chance: Draw) => Value, key = 'a') => {
  const chance = new Draw(key);
  return Array.from({ length: 20_000 }, () => draw(chance));
};
const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe('chance with a key', () => {
  it('draws the same for the same key and other things for another', () => {
    expect(many((chance) => chance.fraction())).toEqual(many((chance) => chance.fraction()));
    expect(many((chance) => chance.fraction())).not.toEqual(many((chance) => chance.fraction(), 'b'));
  });

  it('stays within its bounds, with the mean in the middle', () => {
    const drawn = many((chance) => chance.fraction());
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(mean(drawn)).toBeCloseTo(0.5, 1);
  });

  it('lets three per cent happen in three of a hundred', () => {
    expect(mean(many((chance) => Number(chance.happens(3))))).toBeCloseTo(0.03, 2);
  });

  it('draws by weight, and what weighs nothing never', () => {
    const drawn = many((chance) => chance.weighted([0, 1, 3], (weight) => weight));
    expect(drawn).not.toContain(0);
    expect(drawn.filter((weight) => weight === 3).length / drawn.length).toBeCloseTo(0.75, 1);
  });

  it('has half of the log-normal times below the median', () => {
    const drawn = many((chance) => chance.logNormal(40, 0.8));
    expect(drawn.filter((time) => time < 40).length / drawn.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...drawn)).toBeGreaterThan(0);
  });

  it('has nothing to draw from nothing', () => {
    expect(() => new Draw('a').oneOf([])).toThrow('nothing to draw from');
    expect(() => new Draw('a').weighted([1], () => 0)).toThrow('nothing to draw from');
  });
});
