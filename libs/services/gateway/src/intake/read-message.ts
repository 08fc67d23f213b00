import type { Form } from '@tonggwan/contracts';
import { type Fault, Problem } from '@tonggwan/service-host';
import { MalformedMessage, MessageTooLarge, type Reading, readJson, readWcoXml } from '../forms/index';

export interface ReadMessage {
  readonly form: Form;
  /** An array came, and an array goes back. */
  readonly isArray: boolean;
  readonly readings: readonly Reading[];
}

const READERS: Readonly<Record<string, (body: Uint8Array) => ReadMessage>> = {
  'application/json': (body) => {
    const { batch, readings } = readJson(body);
    return { form: 'json', isArray: batch, readings };
  },
  'application/xml': (body) => ({ form: 'wco-xml', isArray: false, readings: [readWcoXml(body)] }),
};

/** Reads a body by its media type. @throws Problem 400, 413 or 415 with the place of what is wrong */
export function readMessage(mediaType: string, body: Uint8Array): ReadMessage {
  const reader = READERS[mediaType.split(';')[0]!.trim().toLowerCase()];
  if (!reader) {
    throw new Problem(415, 'unknown-form', `A declaration comes as ${Object.keys(READERS).join(' or ')}.`);
  }
  try {
    return reader(body);
  } catch (error) {
    if (error instanceof MalformedMessage) throw malformed(error);
    throw error;
  }
}

/** What is wrong with the shape of one declaration, or undefined when nothing is. */
export function shapeProblem({ faults }: Reading): Problem | undefined {
  if (faults.length === 0) return undefined;
  const errors = faults.map(({ pointer, message }): Fault => ({ pointer, detail: message }));
  return new Problem(400, 'malformed', 'The message is not a declaration as its form asks for.', { errors });
}

function malformed(error: MalformedMessage): Problem {
  const { detail, line, column, pointer = '' } = error;
  if (error instanceof MessageTooLarge) return new Problem(413, 'too-large', detail);
  return new Problem(400, 'malformed', error.message, { errors: [{ pointer, detail, line, column }] });
}
