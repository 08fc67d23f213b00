import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import { type Class, type Field, fieldsOf } from '../shape/field';
import type { TextForm } from '../shape/text-form';

/** The part of JSON Schema (draft 7) that the contracts need. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Record<string, JsonSchema>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Record<string, JsonSchema>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export type Definitions = Record<string, JsonSchema>;

/** A class as JSON Schema, with the classes and text forms that it is made of under `$defs`. */
export function schemaOf(type: Class): JsonSchema {
  const { [type.name]: root, ...$defs } = definitionsOf(type, '#/$defs/');
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: type.name, ...root, $defs };
}

/** A class and everything that it is made of, by name; `at` is where the document keeps them. */
export function definitionsOf(type: Class, at: string): Definitions {
  const found: Definitions = {};
  const pending = [type];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (found[next.name]) continue;
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const field of fieldsOf(next)) {
      const rules = rulesOf(next, field);
      properties[field.name] = propertySchema(field, rules, at);
      if (!rules.some((rule) => rule.type === 'conditionalValidation')) required.push(field.name);
      if (field.type) pending.push(field.type());
      for (const { name, pattern, description } of rules.flatMap(formOf))
        found[name] = { type: 'string', pattern: pattern.source, description };
    }
    found[next.name] = { type: 'object', properties, ...(required.length > 0 && { required }) };
  }
  return found;
}

function rulesOf(type: Class, field: Field): ValidationMetadata[] {
  const all = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return all.filter((rule) => rule.propertyName === field.name);
}

const formOf = (rule: ValidationMetadata): TextForm[] =>
  rule.name === 'matches' ? [rule.context as TextForm] : [];

function propertySchema(field: Field, rules: ValidationMetadata[], at: string): JsonSchema {
  const own = rules.filter((rule) => !rule.each).map((rule) => keywords(rule, field, at));
  const each = rules.filter((rule) => rule.each).map((rule) => keywords(rule, field, at));
  return each.length > 0 ? { ...merged(own), items: merged(each) } : merged(own);
}

const merged = (schemas: JsonSchema[]): JsonSchema =>
  schemas.reduce((all, schema) => ({ ...all, ...schema }), {});

/**
 * One rule of class-validator in the words of JSON Schema; a rule that is not known here must not pass
 * unseen.
 */
function keywords(rule: ValidationMetadata, field: Field, at: string): JsonSchema {
  const limit: unknown = (rule.constraints as unknown[] | undefined)?.[0];
  switch (rule.name ?? rule.type) {
    case 'conditionalValidation':
    case 'isObject':
      return {};
    case 'nestedValidation':
      return { $ref: `${at}${field.type?.().name ?? ''}` };
    case 'matches':
      return { $ref: `${at}${(rule.context as TextForm).name}` };
    case 'isIn':
      return { type: 'string', enum: limit as string[] };
    case 'isInt':
      return { type: 'integer' };
    case 'min':
      return { minimum: limit as number };
    case 'isBoolean':
      return { type: 'boolean' };
    case 'isArray':
      return { type: 'array' };
    case 'arrayNotEmpty':
      return { minItems: 1 };
    default:
      throw new Error(`JSON Schema for ${rule.name ?? rule.type} of ${field.name} is not known`);
  }
}
