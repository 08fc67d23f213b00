import { Declaration } from '@tonggwan/contracts';
import { type Header } from './header';
/** A sound declaration as a WCO DEC message, its elements in the order of the WCO's schema. */
export declare function writeWcoXml({
  header,
  declaration,
}: {
  header: Header;
  declaration: Declaration;
}): string;
