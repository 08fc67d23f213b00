import { Declaration, validatorOf } from '@tonggwan/contracts';
import { MalformedMessage, placeAt } from '../malformed-message';
import type { Reading } from '../reading';
import { utf8Text } from '../utf8-text';
import { jsonFaultAt, nestedDeeperAt } from './json-fault';
import { knownFields } from './known-fields';

const MOST_DEPTH = 32;
const MOST_DECLARATIONS = 100;

export interface JsonReading {
  /** The message was an array, and so is its answer. */
  readonly batch: boolean;
  /**
   * One for each declaration, in the order of the message; pointers are into the declaration, not the
   * array.
   */
  readonly readings: Reading[];
}

/**
 * One declaration in the canonical form or an array of up to 100, each with its own verdict. Of a name that
 * is given twice the last value counts. Throws MalformedMessage for what is no such message.
 */
export function readJson(bytes: Uint8Array): JsonReading {
  const value = parsed(utf8Text(bytes));
  if (!Array.isArray(value)) return { batch: false, readings: [readingOf(value)] };
  if (value.length === 0) throw new MalformedMessage('The array holds no declaration.');
  if (value.length > MOST_DECLARATIONS)
    throw new MalformedMessage(`The array holds more than ${MOST_DECLARATIONS} declarations.`);
  return { batch: true, readings: value.map(readingOf) };
}

function parsed(text: string): unknown {
  const deep = nestedDeeperAt(text, MOST_DEPTH);
  if (deep >= 0)
    throw new MalformedMessage(`The JSON is nested more than ${MOST_DEPTH} deep.`, placeAt(text, deep));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const at = jsonFaultAt(text);
    const found = at < text.length ? `${JSON.stringify(text[at])} cannot stand here` : 'it ends too early';
    throw new MalformedMessage(`The message is not well-formed JSON: ${found}.`, placeAt(text, at));
  }
}

function readingOf(value: unknown): Reading {
  const unknownFields: string[] = [];
  const declaration = knownFields(value, Declaration, '', unknownFields) as Declaration;
  return { declaration, unknownFields, faults: validatorOf(Declaration)(declaration) };
}
