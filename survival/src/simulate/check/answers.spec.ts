import { answers } from './answers';
import type { AnswerRow, Evidence, HistoryEvent } from './evidence';

const TYPES = { assessed: 'TaxAssessed', held: 'AssessmentHeld' } as const;
type Answer = keyof typeof TYPES;
type Place = readonly [epoch: number, position: number];

const said = ([epoch, position]: Place, answer: Answer, version = 1): HistoryEvent => ({
  ...{ source: 'tax-assessment', epoch, bucket: 1, position },
  ...{ key: 'D', type: TYPES[answer], data: { version } },
});
const fed = (...types: readonly (Answer | readonly [Answer, number])[]): AnswerRow[] =>
  types.map((each, index) => {
    const [type, version] = typeof each === 'string' ? [each, 1] : each;
    return { bucket: 1, position: index + 1, declaration_id: 'D', version, type };
  });
const violations = (
  history: readonly HistoryEvent[],
  rows: readonly AnswerRow[],
  lost: readonly HistoryEvent[] = [],
): readonly string[] => answers({ history, lost, answers: rows } as unknown as Evidence);

describe('The check of answers', () => {
  const held = said([1, 1], 'held');
  const assessed = said([1, 2], 'assessed');

  it('is content when each is answered once in the order of the log', () => {
    expect(violations([held, assessed], fed('held', 'assessed'))).toEqual([]);
  });

  it.each([
    ['another order', fed('assessed', 'held')],
    ['one that lacks', fed('held')],
    ['one that is told twice', fed('held', 'assessed', 'assessed')],
    ['one of another version', fed('held', ['assessed', 2])],
  ])('finds %s', (_, rows) => {
    expect(violations([held, assessed], rows)).toHaveLength(1);
  });

  it('finds a hole in a feed', () => {
    const rows = fed('held', 'assessed').map((row) => ({ ...row, position: row.position + 1 }));
    expect(violations([held, assessed], rows)).toEqual(['the feed of bucket 1 has a hole']);
  });

  it('lets what was lost with an earlier life be answered, and no oftener than it was said', () => {
    const lost = [said([1, 2], 'held')];
    const history = [held, said([2, 2], 'assessed')];
    expect(violations(history, fed('held', 'held', 'assessed'), lost)).toEqual([]);
    expect(violations(history, fed('held', 'held', 'held', 'assessed'), lost)).toHaveLength(1);
  });

  it('asks for the order of the last life, whatever an earlier one had', () => {
    const lost = [said([1, 1], 'assessed')];
    const history = [said([2, 2], 'assessed'), said([2, 1], 'held')];
    expect(violations(history, fed('assessed', 'held', 'assessed'), lost)).toEqual([]);
    expect(violations(history, fed('held', 'assessed'), lost)).toEqual([]);
    expect(violations(history, fed('assessed', 'held'), lost)).toHaveLength(1);
  });

  it('lets what is said as before be answered or not', () => {
    const history = [held, said([2, 2], 'held'), said([2, 3], 'assessed')];
    expect(violations(history, fed('held', 'assessed'))).toEqual([]);
    expect(violations(history, fed('held', 'held', 'assessed'))).toEqual([]);
  });
});
