import { type LodgementReceived, type RuleError, wcoPointer } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import { localDay } from '@tonggwan/kernel';
import { inDocumentOrder } from './document-order';
import { type ClearancePlan, dayOfLaw, kindOf, namedOffice, planOf } from './domain/clearance-plan';
import { ERROR_CODES } from './domain/rules/error-codes';
import { brokenRules } from './domain/rules/examination';
import { ObligationRules } from './domain/rules/obligations';
import { type BrokenRule, type Examined, ITEMS } from './domain/rules/rule';

/** What has more faults is told of the first ones, and that there are more. */
const ERRORS_MAX = 500;

const ITEM_POSITION = new RegExp(`^${ITEMS}/(\\d+)`);

export type Findings = { readonly errors: readonly RuleError[] } | { readonly plan: ClearancePlan };

/** Lays a lodgement beside the rules of its day. */
export class Examiner {
  private readonly obligations: ObligationRules;

  constructor(private readonly pack: CountryPack) {
    this.obligations = new ObligationRules(pack);
  }

  /** Every error, or the way that the declaration will go. */
  examine(lodgement: LodgementReceived): Findings {
    const { declaration, receivedAt } = lodgement;
    const { pack } = this;
    const lodgedOn = localDay(receivedAt, pack.timeZone);
    const on = dayOfLaw(lodgement, lodgedOn);
    const kind = kindOf(declaration, pack, on);
    // What names no office is handled by the first one.
    const office = namedOffice(declaration, pack, on) ?? pack.offices(on)[0];
    const items = declaration.goodsShipment?.governmentAgencyGoodsItem ?? [];
    const broken = brokenRules({ declaration, items, kind, on, lodgedOn, pack }, this.obligations);
    if (!broken.length && kind && office) return { plan: planOf(lodgement, kind, office, pack) };
    return { errors: report(office ? broken : [...broken, NO_OFFICE], items) };
  }
}

/** A day before the pack's first office, or after its last. */
const NO_OFFICE: BrokenRule = {
  code: ERROR_CODES.invalidValue,
  pointer: '/declarationOfficeID',
  message: 'No customs office handles it on that day',
};

function report(broken: readonly BrokenRule[], items: Examined['items']): RuleError[] {
  const errors = inDocumentOrder(broken)
    .slice(0, ERRORS_MAX)
    .map((error): RuleError => {
      const written = wcoPointer(numberedBySequence(error.pointer, items));
      return written === undefined ? error : { ...error, wcoPointer: written };
    });
  if (broken.length <= ERRORS_MAX) return errors;
  return [...errors, { code: ERROR_CODES.more, message: `${broken.length - ERRORS_MAX} more` }];
}

/** WCO pointers count goods items by their own numbers: an only item numbered 1000 is `68A[1000]`. */
function numberedBySequence(pointer: string, items: Examined['items']): string {
  return pointer.replace(ITEM_POSITION, (whole, position: string) => {
    const sequence = Number(items[Number(position)]?.sequenceNumeric);
    return Number.isInteger(sequence) && sequence > 0 ? `${ITEMS}/${sequence - 1}` : whole;
  });
}
