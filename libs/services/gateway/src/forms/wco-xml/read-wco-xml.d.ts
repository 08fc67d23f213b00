import type { Reading } from '../reading';
import { type Header } from './header';
export interface WcoXmlReading extends Reading {
  readonly header: Header;
}
/**
 * A WCO DEC message as CDS takes it, alone or inside an envelope, in the canonical form. Paths are in the
 * manner of XPath. Throws MalformedMessage for what is no such message.
 */
export declare function readWcoXml(bytes: Uint8Array): WcoXmlReading;
