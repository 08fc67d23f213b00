import type { Dated, ExchangeRate, Sourced } from '../model';
import type { Table } from '../csv-table';

export interface CodeRow extends Dated, Sourced {
  readonly list: string;
  readonly code: string;
  readonly name: string;
}

export const codes: Table<CodeRow> = {
  file: 'codes.csv',
  columns: ['list', 'code', 'name'],
  read: (fields) => ({
    list: fields.text('list'),
    code: fields.text('code'),
    name: fields.text('name'),
    ...fields.dated(),
    ...fields.sourced(),
  }),
  key: ({ list, code }) => codeKey(list, code),
};

export function codeKey(list: string, code: string): string {
  return `${list}|${code}`;
}

export interface ErrorTextRow extends Dated, Sourced {
  readonly code: string;
  readonly language: string;
  readonly text: string;
}

export const errorTexts: Table<ErrorTextRow> = {
  file: 'error-texts.csv',
  columns: ['code', 'language', 'text'],
  read: (fields) => ({
    code: fields.text('code'),
    language: fields.text('language'),
    text: fields.text('text'),
    ...fields.dated(),
    ...fields.sourced(),
  }),
  key: ({ code, language }) => `${code}|${language}`,
};

export interface ExchangeRateRow extends ExchangeRate {
  readonly currency: string;
}

export const exchangeRates: Table<ExchangeRateRow> = {
  file: 'exchange-rates.csv',
  columns: ['currency', 'rate'],
  read: (fields) => ({
    currency: fields.text('currency'),
    rate: fields.positive('rate'),
    ...fields.dated(),
    ...fields.sourced(),
  }),
  key: ({ currency }) => currency,
};
