import { Declaration, validatorOf } from '@tonggwan/contracts';
import { MalformedMessage, placeAt } from '../malformed-message';
import type { Reading } from '../reading';
import { utf8Text } from '../utf8-text';
import { elementName } from './element-fields';
import { ElementReader } from './element-reader';
import { HEADER_FIELDS, type Header } from './header';
import { DEC, META_DATA } from './namespaces';
import { parseXml } from './parse-xml';
import type { XmlElement } from './xml-element';
import { xmlPath } from './xml-path';

export interface WcoXmlReading extends Reading {
  readonly header: Header;
}

const headerFields = new Map(HEADER_FIELDS.map((property) => [elementName(property), property]));

/**
 * A WCO DEC message as CDS takes it, alone or inside an envelope, in the canonical form. Paths are in the
 * manner of XPath. Throws MalformedMessage for what is no such message.
 */
export function readWcoXml(bytes: Uint8Array): WcoXmlReading {
  const text = utf8Text(bytes);
  const doctype = text.indexOf('<!DOCTYPE');
  if (doctype >= 0)
    throw new MalformedMessage('A document type declaration is not taken.', placeAt(text, doctype));
  const root = parseXml(text);
  const metaData = only('MetaData', metaDataIn(root), root);
  const isDeclaration = ({ name, uri }: XmlElement) => name === 'Declaration' && uri === DEC;
  const element = only('Declaration', metaData.children.filter(isDeclaration), metaData);

  const reader = new ElementReader();
  reader.around(metaData);
  const header = readHeader(metaData, element, reader);
  const declaration = reader.elements(element, Declaration) as unknown as Declaration;
  const faults = validatorOf(Declaration)(declaration).map(({ pointer, message }) => ({
    pointer: xmlPath(pointer),
    message,
  }));
  return { header, declaration, unknownFields: reader.unknownFields, faults };
}

function metaDataIn(element: XmlElement): XmlElement[] {
  const isMetaData = element.name === 'MetaData' && element.uri === META_DATA;
  return isMetaData ? [element] : element.children.flatMap(metaDataIn);
}

function only(name: string, [first, second]: XmlElement[], where: XmlElement): XmlElement {
  if (!first) throw new MalformedMessage(`This is no WCO declaration: it has no ${name}.`, where);
  if (second) throw new MalformedMessage(`A message holds one ${name}; here is another.`, second);
  return first;
}

function readHeader(metaData: XmlElement, declaration: XmlElement, reader: ElementReader): Header {
  const header: Header = {};
  reader.unknownAttributes(metaData);
  reader.unknownText(metaData);
  for (const child of metaData.children) {
    const property = child.uri === META_DATA ? headerFields.get(child.name) : undefined;
    if (property && header[property] === undefined) header[property] = reader.text(child);
    else if (child !== declaration) reader.unknown(child);
  }
  return header;
}
