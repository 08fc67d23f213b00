import { ERROR_CODES } from './error-codes';
import { type BrokenRule, ITEMS, type Rule } from './rule';

const WHOLE = /^\d{1,9}(\.0+)?$/;
const sequenceAt = (index: number) => `${ITEMS}/${index}/sequenceNumeric`;

/** A declaration is about something. */
export const goodsItemThere: Rule = ({ items }) =>
  items.length ? [] : [{ code: ERROR_CODES.missing, pointer: ITEMS, message: 'There is no goods item' }];

/**
 * No more goods items than the law takes: neither in number nor in their own numbering. The United Kingdom
 * answers an item numbered 1000 so (published rejection TT1_IM_v2.01_Rejected_Format).
 */
export const goodsItemsMax: Rule = ({ items, pack: { law } }) =>
  items.flatMap(({ sequenceNumeric }, index) =>
    index < law.goodsItemsMax && Number(sequenceNumeric ?? 0) <= law.goodsItemsMax
      ? []
      : broken(ERROR_CODES.invalidValue, index, `No more than ${law.goodsItemsMax} goods items are taken`),
  );

/** The number of goods items declared in the header is the number that are there. */
export const itemCountAgrees: Rule = ({ declaration: { goodsItemQuantity }, items }) => {
  if (goodsItemQuantity === undefined || Number(goodsItemQuantity) === items.length) return [];
  const message = `${goodsItemQuantity} goods items are declared, ${items.length} are there`;
  return [{ code: ERROR_CODES.itemCount, pointer: '/goodsItemQuantity', message }];
};

/** Goods items are numbered 1, 2, 3 …: whole numbers, none twice, none beyond the number of items. */
export const sequenceNumbersRun: Rule = ({ items }) => {
  const seen = new Set<number>();
  return items.flatMap(({ sequenceNumeric: text }, index) => {
    if (text === undefined) return [];
    const number = Number(text);
    if (!WHOLE.test(text) || number < 1) {
      return broken(ERROR_CODES.invalidValue, index, `${text} does not number a goods item`);
    }
    if (number > items.length) {
      return broken(ERROR_CODES.itemNumberBeyond, index, `${text} is beyond the number of goods items`);
    }
    if (seen.has(number)) return broken(ERROR_CODES.notUnique, index, `${text} numbers another item too`);
    seen.add(number);
    return [];
  });
};

const broken = (code: string, index: number, message: string): BrokenRule[] => [
  { code, pointer: sequenceAt(index), message },
];
