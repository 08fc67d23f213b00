import type { DeclarationKind, Obligation, Office, PaymentMethod } from '../model';
import type { Table } from '../csv-table';

const CHECKS = ['mandatory', 'forbidden', 'code-list', 'pattern', 'positive', 'occurrences-max'] as const;
const CONDITIONS = ['control', 'documents', 'payment', 'cargo', 'agency', 'hold'];
const POINTER = /^(\/(\[\]|\d{1,4}|[A-Za-z][A-Za-z0-9]*))+$/;

/** The list under which obligations name the customs offices, which have a table of their own. */
export const OFFICES = 'office';

export const offices: Table<Office> = {
  file: 'offices.csv',
  columns: ['code', 'name', 'timeZone', 'inspectionsPerDay'],
  read: (fields) => ({
    code: fields.text('code'),
    name: fields.text('name'),
    timeZone: fields.timeZone('timeZone'),
    inspectionsPerDay: fields.whole('inspectionsPerDay', 0, 1_000_000),
    ...fields.dated(),
    ...fields.sourced(),
  }),
  key: ({ code }) => code,
};

export const kinds: Table<DeclarationKind> = {
  file: 'kinds.csv',
  columns: ['typeCode', 'procedure', 'dataSet', 'direction', 'goods', 'conditions', 'taxed'],
  read: (fields) => {
    const conditions = (fields.optionalText('conditions') ?? '').split(' ').filter(Boolean);
    const unknown = conditions.filter((condition) => !CONDITIONS.includes(condition));
    unknown.forEach((one) => fields.fault('conditions', `'${one}' is not one of ${CONDITIONS.join(', ')}`));
    return {
      typeCode: fields.text('typeCode'),
      procedure: fields.optionalText('procedure') ?? '',
      dataSet: fields.text('dataSet'),
      direction: fields.oneOf('direction', ['import', 'export']),
      goods: fields.oneOf('goods', ['present', 'pre-lodged', 'none']),
      conditions,
      taxed: fields.flag('taxed'),
      ...fields.dated(),
      ...fields.sourced(),
    };
  },
  key: ({ typeCode, procedure }) => kindKey(typeCode, procedure ?? ''),
};

export function kindKey(typeCode: string, procedure: string): string {
  return `${typeCode}|${procedure}`;
}

export const obligations: Table<Obligation> = {
  file: 'obligations.csv',
  columns: ['dataSet', 'procedure', 'field', 'check', 'parameter', 'code', 'message'],
  read: (fields) => {
    const field = fields.text('field');
    if (field && !POINTER.test(field))
      fields.fault('field', `'${field}' is not a pointer such as /goodsShipment/[]/x`);
    return {
      dataSet: fields.text('dataSet'),
      procedure: fields.optionalText('procedure') ?? '',
      field,
      check: fields.oneOf('check', CHECKS),
      parameter: fields.optionalText('parameter') ?? '',
      code: fields.text('code'),
      message: fields.text('message'),
      ...fields.dated(),
      ...fields.sourced(),
    };
  },
  key: ({ dataSet, procedure, field, check, code }) => [dataSet, procedure, field, check, code].join('|'),
};

export const paymentMethods: Table<PaymentMethod> = {
  file: 'payment-methods.csv',
  columns: ['code', 'how', 'reason'],
  read: (fields) => {
    const how = fields.oneOf('how', ['deferment', 'guarantee', 'notice', 'nil']);
    const reason = fields.optionalText('reason') ?? '';
    if (how === 'nil' && !reason) fields.fault('reason', 'is missing: nothing is collected without a reason');
    return { code: fields.text('code'), how, reason, ...fields.dated(), ...fields.sourced() };
  },
  key: ({ code }) => code,
};
