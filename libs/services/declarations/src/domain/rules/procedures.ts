import { ERROR_CODES } from './error-codes';
import { type BrokenRule, type Examined, ITEMS, type Rule } from './rule';

/**
 * Code lists of requested procedures, and of requested and previous ones together (`4071`), where the pack
 * has them.
 */
const REQUESTED = 'requested-procedure';
const COMBINED = 'procedure-combination';

/** Each item asks for a procedure that there is. */
export const procedureKnown: Rule = (examined) =>
  ofProcedures(examined, REQUESTED, ({ currentCode }) => {
    if (currentCode === undefined || examined.pack.hasCode(REQUESTED, currentCode, examined.on))
      return undefined;
    const message = `${currentCode} is not a procedure`;
    return { code: ERROR_CODES.procedure, field: 'currentCode', message };
  });

/** The requested procedure may follow the previous one. */
export const procedureCombinationValid: Rule = (examined) =>
  ofProcedures(examined, COMBINED, ({ currentCode, previousCode }) => {
    if (currentCode === undefined || previousCode === undefined) return undefined;
    if (examined.pack.hasCode(COMBINED, currentCode + previousCode, examined.on)) return undefined;
    const message = `Procedure ${currentCode} does not follow ${previousCode}`;
    return { code: ERROR_CODES.procedureCombination, field: 'previousCode', message };
  });

type Procedure = NonNullable<Examined['items'][number]['governmentProcedure']>[number];

interface Wrong {
  readonly code: string;
  readonly field: keyof Procedure;
  readonly message: string;
}

/**
 * The first procedure of an item is its procedure; those after it are additional ones with lists of their
 * own.
 */
function ofProcedures(
  { items, pack }: Examined,
  list: string,
  check: (procedure: Procedure) => Wrong | undefined,
): BrokenRule[] {
  if (!pack.hasList(list)) return [];
  const broken: BrokenRule[] = [];
  items.forEach(({ governmentProcedure }, index) => {
    const wrong = governmentProcedure?.[0] && check(governmentProcedure[0]);
    if (!wrong) return;
    const { code, field, message } = wrong;
    broken.push({ code, pointer: `${ITEMS}/${index}/governmentProcedure/0/${field}`, message });
  });
  return broken;
}
