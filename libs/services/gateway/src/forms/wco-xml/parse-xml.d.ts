import type { XmlElement } from './xml-element';
/** The element tree of a text that nobody vouches for; comments and processing instructions are no data. */
export declare function parseXml(text: string): XmlElement;
