import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { Class } from '../shape/field';
import { type JsonSchema, schemaOf } from './json-schema';

/**
 * What is wrong with the shape of a value: a JSON Pointer to the place, and a sentence that goes on from
 * it.
 */
export interface ShapeFault {
  readonly pointer: string;
  readonly message: string;
}

export type Validator = (value: unknown) => ShapeFault[];

/** A message that is wrong in every place need not be told of each. */
const MOST_FAULTS = 100;

const ajv = new Ajv({ allErrors: true, verbose: true, strict: true });
const compiled = new WeakMap<Class, Validator>();

/**
 * The compiled check of a class, as fast as the hot path needs it; unknown properties are no fault of the
 * shape.
 */
export function validatorOf(type: Class): Validator {
  const known = compiled.get(type);
  if (known) return known;
  const check: ValidateFunction = ajv.compile(schemaOf(type));
  const validator: Validator = (value) =>
    check(value) ? [] : (check.errors ?? []).slice(0, MOST_FAULTS).map(faultOf);
  compiled.set(type, validator);
  return validator;
}

function faultOf(error: ErrorObject): ShapeFault {
  const missing = error.keyword === 'required' ? `/${String(error.params.missingProperty)}` : '';
  return { pointer: error.instancePath + missing, message: sentence(error) };
}

function sentence({ keyword, parentSchema, schema, message }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return 'is required';
    case 'pattern':
      return `must be ${String((parentSchema as JsonSchema).description)}`;
    case 'type':
      return `must be ${(parentSchema as JsonSchema).description ?? `of type ${String(schema)}`}`;
    case 'enum':
      return `must be one of ${(schema as string[]).join(', ')}`;
    case 'minItems':
      return 'must not be empty';
    case 'minimum':
      return `must be ${String(schema)} or more`;
    default:
      return message ?? `breaks the rule ${keyword}`;
  }
}
