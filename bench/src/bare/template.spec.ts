import { Template } from './template';

const specimen = { id: 'ID-1', lrn: 'LRN-1', mrn: 'MRN-1', services: {} };
const names = { id: 'ID-2', lrn: 'LRN-2', mrn: 'MRN-2' };

describe('the text of a specimen', () => {
  it('has the new names wherever the old ones stood, and is else the same', () => {
    const template = new Template('{"id":"ID-1","is":["MRN-1","ID-1"],"of":"LRN-1","x":"ID"}', specimen);
    expect(template.with(names)).toBe('{"id":"ID-2","is":["MRN-2","ID-2"],"of":"LRN-2","x":"ID"}');
  });

  it('stays as it is where no name stands', () => {
    expect(new Template('42', specimen).with(names)).toBe('42');
  });
});
