import { Declaration } from '@tonggwan/contracts';
import { type ElementField, elementFieldsOf, elementName } from './element-fields';

/**
 * A JSON Pointer into the canonical declaration as the path of the element or attribute that it was read
 * from.
 */
export function xmlPath(jsonPointer: string): string {
  const [, ...steps] = jsonPointer.split('/');
  let path = '/MetaData/Declaration';
  let fields = elementFieldsOf(Declaration);
  for (let at = 0; at < steps.length; at++) {
    const field = fields.get(elementName(steps[at] ?? ''));
    if (!field) return path;
    path += `/${field.element}`;
    if (field.list && at + 1 < steps.length) path += `[${Number(steps[++at]) + 1}]`;
    if (field.content !== 'elements') return path + insideOf(field, steps[at + 1]);
    fields = elementFieldsOf(field.type);
  }
  return path;
}

function insideOf({ content, attribute }: ElementField, property: string | undefined): string {
  if (property === undefined) return '';
  const holder = content === 'date and time' ? '/DateTimeString' : '';
  return property === attribute ? `${holder}/@${attribute}` : holder;
}
