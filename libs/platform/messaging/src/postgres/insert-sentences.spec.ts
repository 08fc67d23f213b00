import { insertSentences } from './insert-sentences';

const names = (rows: readonly object[]): (string | undefined)[] =>
  insertSentences('gateway.raw_message', rows).map(({ name }) => name);
const small = { id: 1, body: Buffer.from('<a/>') };
const large = { id: 2, body: Buffer.alloc(20_000) };

describe('rows that are added', () => {
  it('go together, few bytes as digits', () => {
    const [sentence, ...others] = insertSentences('gateway.raw_message', [small, { id: 3, body: null }]);
    expect(others).toEqual([]);
    expect(sentence!.values).toEqual(['[{"id":1,"body":"\\\\x3c612f3e"},{"id":3,"body":null}]']);
  });

  it('go alone where they have many bytes', () => {
    expect(names([large, small])).toEqual(['insert gateway.raw_message', 'insert one gateway.raw_message']);
    expect(names([large])).toEqual(['insert one gateway.raw_message']);
    const [alone] = insertSentences('gateway.raw_message', [large]);
    expect(alone!.values).toEqual([2, large.body]);
  });
});
