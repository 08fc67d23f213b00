import { en } from './en';
import { ko } from './ko';
import { filled } from './languages';
import { momentName, ownerName, stepName } from './names';

const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('the words of the console', () => {
  it('are the same in every language, none of them empty', () => {
    expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort());
    for (const sentence of [...Object.values(ko), ...Object.values(en)]) expect(sentence.trim()).not.toBe('');
  });

  it.each(Object.keys(en) as (keyof typeof en)[])(
    '%s leaves the same places open in every language',
    (key) => {
      expect(places(ko[key])).toEqual(places(en[key]));
    },
  );

  it('fill the places that they leave open', () => {
    expect(filled('Held by {who}, {unknown}', { who: 'o1' })).toBe('Held by o1, {unknown}');
  });

  it('name steps, owners and moments, and pass on what they do not know', () => {
    expect([stepName('removal', 'ko'), ownerName('customs', 'en'), momentName('lodged', 'ko')]).toEqual([
      ...['반출', 'Customs', '신고'],
    ]);
    expect(stepName('weighing', 'ko')).toBe('weighing');
  });
});
