export interface XmlAttribute {
  readonly name: string;
  readonly uri: string;
  /** With its prefix. */
  readonly written: string;
  readonly value: string;
}
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  /** With its prefix, for paths to what is not known. */
  readonly written: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  readonly parent?: XmlElement;
  /** Among the siblings of the same written name, from 1. */
  readonly position: number;
  /** How many children there are of each written name. */
  readonly counts: Map<string, number>;
  text: string;
  readonly line: number;
  readonly column: number;
}
/** Where an element is, in the manner of XPath; a position is written where there are several. */
export declare function pathOf(element: XmlElement): string;
