import { daysFrom, declaredDay } from '../calendar';
import { ERROR_CODES } from './error-codes';
import type { BrokenRule, Rule } from './rule';

/**
 * Declared dates are days of the calendar and no further ahead of the lodging than the law allows: 2099 is a
 * slip.
 */
export const declaredDatesNotAhead: Rule = ({ declaration, lodgedOn, pack: { law } }) => {
  const { acceptanceDateTime, issueDateTime, goodsShipment } = declaration;
  const dates = [
    { date: acceptanceDateTime, pointer: '/acceptanceDateTime', code: ERROR_CODES.dateAhead },
    { date: issueDateTime, pointer: '/issueDateTime', code: ERROR_CODES.invalidValue },
    {
      date: goodsShipment?.invoice?.issueDateTime,
      pointer: '/goodsShipment/invoice/issueDateTime',
      code: ERROR_CODES.invalidValue,
    },
  ];
  return dates.flatMap(({ date, pointer, code }): BrokenRule[] => {
    if (!date) return [];
    const day = declaredDay(date);
    if (!day) {
      const message = `${date.dateTimeString} is not a date`;
      return [{ code: ERROR_CODES.format, pointer: `${pointer}/dateTimeString`, message }];
    }
    if (daysFrom(lodgedOn, day) <= law.declaredDateAheadDaysMax) return [];
    const message = `${day} is more than ${law.declaredDateAheadDaysMax} days ahead`;
    return [{ code, pointer: `${pointer}/dateTimeString`, message }];
  });
};
