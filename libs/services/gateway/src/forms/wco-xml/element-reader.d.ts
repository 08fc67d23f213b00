import type { Class } from '@tonggwan/contracts';
import { type XmlElement } from './xml-element';
/** Reads elements into the canonical form and keeps the paths of all that has no place there. */
export declare class ElementReader {
  readonly unknownFields: string[];
  /**
   * An element with elements as a plain object of that class. Outer white space of text is layout, not
   * data.
   */
  elements(element: XmlElement, type: Class): Record<string, unknown>;
  /** The text of an element that is nothing but text and perhaps one attribute. */
  text(element: XmlElement, attribute?: string): string;
  /** Around the declaration there is nothing that the canonical form knows. */
  around(inner: XmlElement): void;
  unknown(element: XmlElement): void;
  unknownAttributes(element: XmlElement, but?: string): void;
  unknownText(element: XmlElement): void;
  private content;
  private dateTime;
}
