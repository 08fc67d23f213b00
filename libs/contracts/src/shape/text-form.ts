/**
 * A form that text can have: checked by `pattern`, named in JSON Schema, said to people as "must be
 * <description>".
 */
export interface TextForm {
  readonly name: 'Text' | 'Decimal' | 'Instant' | 'Identifier';
  readonly pattern: RegExp;
  readonly description: string;
}

/**
 * The characters that XML 1.0 has. The others, control characters and lone surrogates, are refused in every
 * form: XML cannot carry them and PostgreSQL cannot keep them.
 */
export const TEXT: TextForm = {
  name: 'Text',
  pattern: /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]+$/u,
  description: 'text of one or more characters, none of them a control character',
};

export const DECIMAL: TextForm = {
  name: 'Decimal',
  pattern: /^-?\d{1,40}(\.\d{1,20})?$/u,
  description: 'a decimal number written as text, as in "12.50"',
};

export const INSTANT: TextForm = {
  name: 'Instant',
  pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/u,
  description: 'an instant in UTC, as in "2026-01-01T00:00:00Z"',
};

export const IDENTIFIER: TextForm = {
  name: 'Identifier',
  pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
  description: 'a UUID in lower case',
};
