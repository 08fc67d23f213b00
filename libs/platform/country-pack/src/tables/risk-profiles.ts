import type { RiskProfile } from '../model';
import type { Table } from '../csv-table';

const CRITERIA = ['commodityPrefix', 'origin', 'declarant', 'priceBelowUsualPercent', 'firstTimeTrader'];

export const riskProfiles: Table<RiskProfile> = {
  file: 'risk-profiles.csv',
  columns: ['id', 'channel', 'text', ...CRITERIA, 'percent'],
  read: (fields) => {
    if (CRITERIA.every((criterion) => !fields.optionalText(criterion))) {
      fields.fault('commodityPrefix', `is missing: a profile names at least one of ${CRITERIA.join(', ')}`);
    }
    return {
      id: fields.text('id'),
      channel: fields.oneOf('channel', ['yellow', 'red', 'blue']),
      text: fields.text('text'),
      commodityPrefix: fields.optionalText('commodityPrefix') && fields.digits('commodityPrefix', 2, 10),
      origin: fields.optionalText('origin'),
      declarant: fields.optionalText('declarant'),
      priceBelowUsualPercent: fields.optionalDecimal('priceBelowUsualPercent'),
      firstTimeTrader: fields.optionalText('firstTimeTrader') ? fields.flag('firstTimeTrader') : undefined,
      percent: fields.percent('percent'),
      ...fields.dated(),
      ...fields.sourced(),
    };
  },
  key: ({ id }) => id,
};
