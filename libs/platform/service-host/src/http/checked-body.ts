import { type Class, validatorOf } from '@tonggwan/contracts';
import { type Fault, Problem } from './problem';

/** Forms that people and banks fill in are small; a declaration has a door of its own. */
const CHARACTERS_MAX = 256 * 1024;

/** A small body in the shape that a door asks for. @throws Problem that names each field which is not */
export function checkedBody<Body extends object>(type: Class<Body>, body: unknown): Body {
  if (JSON.stringify(body ?? null).length > CHARACTERS_MAX) {
    throw new Problem(413, 'body-too-large', `A body of this call has at most ${CHARACTERS_MAX} characters.`);
  }
  const faults = validatorOf(type)(body).map(({ pointer, message }) => ({ pointer, detail: message }));
  if (faults.length > 0) throw malformed(faults);
  return body as Body;
}

/** The refusal of a body whose shape is wrong. */
export function malformed(errors: readonly Fault[]): Problem {
  return new Problem(400, 'malformed', 'The body is not what this call takes.', { errors });
}
