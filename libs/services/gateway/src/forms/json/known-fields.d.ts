import { type Class } from '@tonggwan/contracts';
/**
 * A copy of a parsed value with nothing but the fields that its class has. The JSON Pointers of the others,
 * `__proto__` among them, are added to `unknown`. What is no object stays as it is, for the shape to be
 * judged.
 */
export declare function knownFields(value: unknown, type: Class, pointer: string, unknown: string[]): unknown;
