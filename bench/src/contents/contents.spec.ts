import { TEMPLATES } from '../corpus/corpus';
import { contentsOf as contentsOfAll, disagreement } from './contents';

const contentsOf = (texts: readonly string[]) => contentsOfAll(texts, TEMPLATES);

const every = Array.from({ length: TEMPLATES }, (_, template) => `content ${template}`);

describe('the contents of a row', () => {
  it('have the same hash in whatever order and however often they were released', () => {
    const often = [...every.slice(7), ...every].reverse();
    expect(contentsOf(often)).toEqual(contentsOf(every));
    expect(contentsOf(every)).toMatchObject({
      contents: TEMPLATES,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('have another hash as soon as one of them is another', () => {
    const other = contentsOf([...every.slice(1), 'something else']);
    expect(other.contents).toBe(TEMPLATES);
    expect(other.contentHash).not.toBe(contentsOf(every).contentHash);
  });

  it('have another hash where one was written in two ways', () => {
    const twoWays = contentsOf([...every, 'something else']);
    expect(twoWays.contents).toBe(TEMPLATES + 1);
    expect(twoWays.contentHash).not.toBe(contentsOf(every).contentHash);
  });

  it('have none where some were never released', () => {
    expect(contentsOf(every.slice(1))).toEqual({ contents: TEMPLATES - 1, contentHash: null });
  });
});

describe('the rows of a run', () => {
  const row = (name: string, contentHash: string | null) => ({ name, contents: TEMPLATES, contentHash });

  it('agree when all that released every content have the same hash', () => {
    expect(disagreement([row('one', 'a'), row('two', 'a'), row('short', null)])).toBeUndefined();
    expect(disagreement([])).toBeUndefined();
  });

  it('are named by what they have come to when they do not', () => {
    expect(disagreement([row('one', 'a'), row('two', 'b'), row('three', 'a')])).toBe(
      'the rows disagree about what they have released (one, three: a; two: b)',
    );
  });
});
