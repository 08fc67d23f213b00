import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DECIMAL, IDENTIFIER, INSTANT, TEXT, type TextForm } from './text-form';

export type Class<T = object> = new () => T;

/**
 * What a class of the contracts says of one of its fields, beside its validation: enough to map it to
 * another form.
 */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'decimal' | 'child';
  readonly list: boolean;
  readonly type?: () => Class;
}

const FIELDS = Symbol('tonggwan.fields');

/**
 * The fields of a class in the order of their declaration, which for the WCO classes is the order of the
 * WCO schema.
 */
export function fieldsOf(type: Class): readonly Field[] {
  return (Reflect.getMetadata(FIELDS, type) as Field[] | undefined) ?? [];
}

/** Several decorators as one, applied in the order given. */
function applyDecorators(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => decorators.forEach((decorate) => decorate(target, property));
}

function field(kind: Field['kind'], list = false, type?: () => Class): PropertyDecorator {
  return (target, property) => {
    const known = fieldsOf(target.constructor as Class);
    const added: Field = { name: String(property), kind, list, type };
    Reflect.defineMetadata(FIELDS, [...known, added], target.constructor);
  };
}

/** Left out is well; `null` is not, so that no reader has to tell the two apart. */
const Optional = (): PropertyDecorator => ValidateIf((_owner, value) => value !== undefined);

const Formed = (form: TextForm, each = false): PropertyDecorator =>
  Matches(form.pattern, { each, message: `$property must be ${form.description}`, context: form });

export const Text = (): PropertyDecorator => applyDecorators(field('text'), Formed(TEXT));
export const OptionalText = (): PropertyDecorator => applyDecorators(Text(), Optional());
export const Texts = (): PropertyDecorator =>
  applyDecorators(field('text', true), IsArray(), Formed(TEXT, true));

/** Numbers travel as decimal text, so that no reader turns them into a float. */
export const DecimalText = (): PropertyDecorator => applyDecorators(field('decimal'), Formed(DECIMAL));
export const OptionalDecimalText = (): PropertyDecorator => applyDecorators(DecimalText(), Optional());

/** An instant in UTC, as in `2026-01-01T00:00:00.000Z`. */
export const Instant = (): PropertyDecorator => applyDecorators(field('text'), Formed(INSTANT));
export const OptionalInstant = (): PropertyDecorator => applyDecorators(Instant(), Optional());

export const Identifier = (): PropertyDecorator => applyDecorators(field('text'), Formed(IDENTIFIER));
export const Whole = (least = 0): PropertyDecorator => applyDecorators(field('decimal'), IsInt(), Min(least));
export const Flag = (): PropertyDecorator => applyDecorators(field('text'), IsBoolean());
export const OneOf = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(field('text'), IsIn([...values]));
export const OptionalOneOf = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(OneOf(values), Optional());

export const Child = (type: () => Class): PropertyDecorator =>
  applyDecorators(field('child', false, type), IsObject(), ValidateNested(), Type(type));
export const OptionalChild = (type: () => Class): PropertyDecorator =>
  applyDecorators(Child(type), Optional());
export const Children = (type: () => Class): PropertyDecorator =>
  applyDecorators(
    field('child', true, type),
    IsArray(),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );
export const OptionalChildren = (type: () => Class): PropertyDecorator =>
  applyDecorators(Children(type), Optional());
export const SomeChildren = (type: () => Class): PropertyDecorator =>
  applyDecorators(Children(type), ArrayNotEmpty());
