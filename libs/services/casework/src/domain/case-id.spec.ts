import { caseIdOf } from './case-id';

const declarationId = '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90';

describe('The id of a case', () => {
  it('is a UUID of version 8 that follows from declaration, version and kind', () => {
    const id = caseIdOf(declarationId, 1, 'control');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(caseIdOf(declarationId, 1, 'control')).toBe(id);
  });

  it('is another for every declaration, version and kind', () => {
    const ids = Array.from({ length: 20_000 }, (_, number) =>
      caseIdOf(`d${number >> 2}`, (number & 1) + 1, number & 2 ? 'hold' : 'audit'),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
