import type { GrowingTable } from '../growing-table';
import { byteaArray, textArray } from './binary-array';
import { insertSentence } from './insert-sentence';

const MESSAGES: GrowingTable<{ id: string; size: number; body?: Buffer; content: unknown; parts: string[] }> =
  {
    name: 'gateway.message',
    columns: { id: 'uuid', size: 'int', body: 'bytea', content: 'jsonb', parts: 'uuid[]' },
  };

describe('rows that are added', () => {
  const rows = [
    { id: 'a', size: 4, body: Buffer.from('<a/>'), content: { mrn: '1' }, parts: ['b', 'c'] },
    { id: 'd', size: 0, content: 'text', parts: [] },
    { id: 'e', size: 1, content: null, parts: [] },
  ];

  it('go as one list for each column, whatever the order of their fields', () => {
    const { values } = insertSentence(MESSAGES, rows);
    expect(values).toEqual([
      textArray(['a', 'd', 'e']),
      textArray(['4', '0', '1']),
      byteaArray([Buffer.from('<a/>'), null, null]),
      textArray(['{"mrn":"1"}', '"text"', null]),
      textArray(['{b,c}', '{}', '{}']),
    ]);
  });

  it('become what their columns are', () => {
    const { text } = insertSentence(MESSAGES, rows);
    expect(text.replaceAll(/\s+/g, ' ')).toBe(
      'insert into gateway.message (id, size, body, content, parts) ' +
        'select id::uuid, size::int, body::bytea, content::jsonb, parts::uuid[] ' +
        'from unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::text[]) as row(id, size, body, content, parts)',
    );
  });
});
