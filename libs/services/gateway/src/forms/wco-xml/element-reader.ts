import type { Class } from '@tonggwan/contracts';
import { type ElementField, elementFieldsOf } from './element-fields';
import { DEC, DEC_DATA } from './namespaces';
import { pathOf, type XmlElement } from './xml-element';

/** Reads elements into the canonical form and keeps the paths of all that has no place there. */
export class ElementReader {
  readonly unknownFields: string[] = [];

  /**
   * An element with elements as a plain object of that class. Outer white space of text is layout, not
   * data.
   */
  elements(element: XmlElement, type: Class): Record<string, unknown> {
    const fields = elementFieldsOf(type);
    const values: Record<string, unknown> = {};
    this.unknownAttributes(element);
    this.unknownText(element);
    for (const child of element.children) {
      const field = child.uri === DEC ? fields.get(child.name) : undefined;
      const before = field && values[field.property];
      if (!field || (before !== undefined && !field.list)) this.unknown(child);
      else if (!field.list) values[field.property] = this.content(child, field);
      else if (before) (before as unknown[]).push(this.content(child, field));
      else values[field.property] = [this.content(child, field)];
    }
    return values;
  }

  /** The text of an element that is nothing but text and perhaps one attribute. */
  text(element: XmlElement, attribute?: string): string {
    this.unknownAttributes(element, attribute);
    element.children.forEach((child) => this.unknown(child));
    return element.text.trim();
  }

  /** Around the declaration there is nothing that the canonical form knows. */
  around(inner: XmlElement): void {
    for (let within = inner; within.parent; within = within.parent) {
      this.unknownAttributes(within.parent);
      this.unknownText(within.parent);
      for (const child of within.parent.children) if (child !== within) this.unknown(child);
    }
  }

  unknown(element: XmlElement): void {
    this.unknownFields.push(pathOf(element));
  }

  unknownAttributes(element: XmlElement, but?: string): void {
    for (const { name, uri, written } of element.attributes)
      if (uri !== '' || name !== but) this.unknownFields.push(`${pathOf(element)}/@${written}`);
  }

  unknownText(element: XmlElement): void {
    if (element.text.trim() !== '') this.unknownFields.push(`${pathOf(element)}/text()`);
  }

  private content(element: XmlElement, { content, attribute, type }: ElementField): unknown {
    if (content === 'text') return this.text(element);
    if (content === 'elements') return this.elements(element, type);
    if (content === 'value') return { value: this.text(element, attribute), ...marked(element, attribute) };
    return this.dateTime(element, attribute);
  }

  private dateTime(element: XmlElement, attribute?: string): object {
    this.unknownAttributes(element);
    this.unknownText(element);
    const [held, ...others] = element.children;
    const known = held?.name === 'DateTimeString' && held.uri === DEC_DATA ? held : undefined;
    if (held && !known) this.unknown(held);
    others.forEach((other) => this.unknown(other));
    return known ? { dateTimeString: this.text(known, attribute), ...marked(known, attribute) } : {};
  }
}

function marked(element: XmlElement, attribute = ''): Record<string, string> {
  const found = element.attributes.find(({ name, uri }) => uri === '' && name === attribute);
  return found ? { [attribute]: found.value.trim() } : {};
}
