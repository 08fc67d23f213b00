import fc from 'fast-check';
import { jsonFaultAt, nestedDeeperAt } from './json-fault';

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the place where a text stops being JSON', () => {
  it.each([
    ['', 0],
    ['{"a": 1', 7],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['[1, 2,, 3]', 6],
    ['[1 2]', 3],
    ['{"a": 01}', 7],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['{"a": tru}', 6],
    ['1 2', 2],
    ['[}', 1],
    ['{"a"}', 4],
    ['["a": 1]', 4],
  ])('of %j is %i', (text, at) => {
    expect(jsonFaultAt(text)).toBe(at);
  });

  it('is found wherever JSON.parse refuses, and nowhere else', () => {
    const edit = fc.tuple(fc.nat(), fc.constantFrom(...Array.from('{}[]:,"\\ \n0a-.e'), ''));
    const texts = fc.tuple(fc.json(), fc.array(edit, { maxLength: 3 })).map(([json, edits]) =>
      edits.reduce((text, [at, char]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + char + text.slice(place + 1);
      }, json),
    );
    let refused = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!parses(text)) refused += 1;
        expect(jsonFaultAt(text) === -1).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});

describe('the place where brackets are nested too deep', () => {
  it('is that of the first bracket too many, and brackets in strings do not count', () => {
    expect(nestedDeeperAt('[[1],{"a":[2]}]', 3)).toBe(-1);
    expect(nestedDeeperAt('[[1],{"a":[2]}]', 2)).toBe(10);
    expect(nestedDeeperAt('["[[[\\"[["]', 1)).toBe(-1);
  });
});
