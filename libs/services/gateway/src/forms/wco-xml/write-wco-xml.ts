import { type Class, Declaration } from '@tonggwan/contracts';
import { type ElementField, elementFieldsOf, elementName } from './element-fields';
import { HEADER_FIELDS, type Header } from './header';
import { DEC, DEC_DATA, META_DATA } from './namespaces';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

const escaped = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (found) => ESCAPES[found] ?? found);

/** A sound declaration as a WCO DEC message, its elements in the order of the WCO's schema. */
export function writeWcoXml({ header, declaration }: { header: Header; declaration: Declaration }): string {
  const fields = HEADER_FIELDS.map((property) => {
    const value = header[property];
    return value === undefined ? '' : tag(`md:${elementName(property)}`, '', escaped(value));
  });
  const namespaces = ` xmlns="${DEC}" xmlns:ds="${DEC_DATA}" xmlns:md="${META_DATA}"`;
  const body = tag('Declaration', '', elements(declaration, Declaration));
  const metaData = tag('md:MetaData', namespaces, fields.join('') + body);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${metaData}\n`;
}

const tag = (name: string, attributes: string, content: string): string =>
  `<${name}${attributes}>${content}</${name}>`;

function elements(holder: object, type: Class): string {
  const values = holder as Record<string, unknown>;
  let written = '';
  for (const field of elementFieldsOf(type).values()) {
    const value = values[field.property];
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) written += element(one, field);
  }
  return written;
}

function element(value: unknown, { element: name, content, attribute = '', type }: ElementField): string {
  if (content === 'text') return tag(name, '', escaped(value as string));
  if (content === 'elements') return tag(name, '', elements(value as object, type));
  const held = value as Record<string, string | undefined>;
  const mark = held[attribute];
  const attributes = mark === undefined ? '' : ` ${attribute}="${escaped(mark)}"`;
  if (content === 'value') return tag(name, attributes, escaped(held.value ?? ''));
  return tag(name, '', tag('ds:DateTimeString', attributes, escaped(held.dateTimeString ?? '')));
}
