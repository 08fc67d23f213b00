import { ERROR_CODES } from './error-codes';
import { type BrokenRule, type Examined, ITEMS, type Rule } from './rule';

type Item = Examined['items'][number];

/**
 * Parts of a commodity code by their WCO types: up to eight digits of the nomenclature, then the national
 * ones.
 */
const PARTS = ['TSP', 'TRC'];

interface CommodityCode {
  readonly code: string;
  /** The place of its first part. */
  readonly pointer: string;
}

/** A commodity code has digits only, and as many as the law asks for. */
export const commodityCodeDigits: Rule = ({ items, pack: { law } }) => {
  const [least, most] = law.commodityCodeDigits;
  return ofCodes(items, ({ code }) => {
    if (/^\d+$/.test(code) && code.length >= least && code.length <= most) return undefined;
    return { code: ERROR_CODES.format, message: `${code} does not have ${least} to ${most} digits` };
  });
};

/** The nomenclature has the commodity code. */
export const commodityExists: Rule = ({ items, pack, on }) =>
  ofCodes(items, ({ code }) => {
    if (!/^\d+$/.test(code) || pack.hasCommodity(code, on)) return undefined;
    return { code: ERROR_CODES.invalidValue, message: `${code} is not in the nomenclature` };
  });

type Wrong = Omit<BrokenRule, 'pointer'> | undefined;

function ofCodes(items: readonly Item[], check: (code: CommodityCode) => Wrong): BrokenRule[] {
  return items.flatMap((item, index) => {
    const code = commodityCodeOf(item, index);
    const wrong = code && check(code);
    return wrong ? [{ ...wrong, pointer: code.pointer }] : [];
  });
}

/** Its parts joined; where none has a type, the first classification is the code. */
function commodityCodeOf({ commodity }: Item, index: number): CommodityCode | undefined {
  const all = commodity?.classification ?? [];
  const typed = PARTS.flatMap((type) => all.find((part) => part.identificationTypeCode === type) ?? []);
  const parts = typed.length
    ? typed
    : all.filter((part) => part.identificationTypeCode === undefined).slice(0, 1);
  const [first] = parts;
  if (!first) return undefined;
  const pointer = `${ITEMS}/${index}/commodity/classification/${all.indexOf(first)}/id`;
  return { code: parts.map(({ id }) => id ?? '').join(''), pointer };
}
