import type { Classification } from '@tonggwan/contracts';
import { ERROR_CODES } from './error-codes';
import { type BrokenRule, type Examined, ITEMS, type Rule } from './rule';

type Item = Examined['items'][number];

/**
 * Parts of a commodity code by their WCO types: up to eight digits of the nomenclature, then the national
 * ones.
 */
const PARTS = ['TSP', 'TRC'];

/** A commodity code has digits only, and as many as the law asks for. */
export const commodityCodeDigits: Rule = ({ items, pack: { law } }) => {
  const [least, most] = law.commodityCodeDigits;
  return ofCodes(items, (code) => {
    if (/^\d+$/.test(code) && code.length >= least && code.length <= most) return undefined;
    return { code: ERROR_CODES.format, message: `${code} does not have ${least} to ${most} digits` };
  });
};

/** The nomenclature has the commodity code. */
export const commodityExists: Rule = ({ items, pack, on }) =>
  ofCodes(items, (code) => {
    if (!/^\d+$/.test(code) || pack.hasCommodity(code, on)) return undefined;
    return { code: ERROR_CODES.invalidValue, message: `${code} is not in the nomenclature` };
  });

type Wrong = Omit<BrokenRule, 'pointer'> | undefined;

function ofCodes(items: readonly Item[], check: (code: string) => Wrong): BrokenRule[] {
  const broken: BrokenRule[] = [];
  items.forEach((item, index) => {
    const parts = partsOf(item);
    const wrong = parts[0] && check(parts.map(({ id }) => id ?? '').join(''));
    if (wrong) broken.push({ ...wrong, pointer: pointerTo(parts[0]!, item, index) });
  });
  return broken;
}

/** What makes up its code when joined: where no part has a type, the first classification alone. */
function partsOf({ commodity }: Item): readonly Classification[] {
  const all = commodity?.classification ?? [];
  const typed = PARTS.flatMap((type) => all.find((part) => part.identificationTypeCode === type) ?? []);
  if (typed.length > 0) return typed;
  return all.filter((part) => part.identificationTypeCode === undefined).slice(0, 1);
}

function pointerTo(part: Classification, { commodity }: Item, index: number): string {
  return `${ITEMS}/${index}/commodity/classification/${commodity!.classification!.indexOf(part)}/id`;
}
