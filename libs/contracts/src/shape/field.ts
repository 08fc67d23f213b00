import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';

export type Class<T = object> = new () => T;

/** What a class of the contracts says of one of its fields, beside its validation: enough to map it to another form. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'decimal' | 'child';
  readonly list: boolean;
  readonly type?: () => Class;
}

const FIELDS = Symbol('tonggwan.fields');
const DECIMAL_FORM = /^-?\d{1,40}(\.\d{1,20})?$/;
const INSTANT_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** The fields of a class in the order of their declaration, which for the WCO classes is the order of the WCO schema. */
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

export const Text = (): PropertyDecorator => applyDecorators(field('text'), IsString(), IsNotEmpty());
export const OptionalText = (): PropertyDecorator =>
  applyDecorators(field('text'), IsOptional(), IsString(), IsNotEmpty());
export const Texts = (): PropertyDecorator =>
  applyDecorators(field('text', true), IsArray(), IsString({ each: true }));

/** Numbers travel as decimal text, so that no reader turns them into a float. */
export const DecimalText = (): PropertyDecorator =>
  applyDecorators(field('decimal'), IsString(), Matches(DECIMAL_FORM));
export const OptionalDecimalText = (): PropertyDecorator =>
  applyDecorators(field('decimal'), IsOptional(), IsString(), Matches(DECIMAL_FORM));

/** An instant in UTC, as in `2026-01-01T00:00:00.000Z`. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(field('text'), IsString(), Matches(INSTANT_FORM));
export const OptionalInstant = (): PropertyDecorator =>
  applyDecorators(field('text'), IsOptional(), IsString(), Matches(INSTANT_FORM));

export const Identifier = (): PropertyDecorator => applyDecorators(field('text'), IsUUID());
export const Whole = (least = 0): PropertyDecorator => applyDecorators(field('decimal'), IsInt(), Min(least));
export const Flag = (): PropertyDecorator => applyDecorators(field('text'), IsBoolean());
export const OneOf = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(field('text'), IsIn([...values]));
export const OptionalOneOf = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(field('text'), IsOptional(), IsIn([...values]));

export const Child = (type: () => Class): PropertyDecorator =>
  applyDecorators(field('child', false, type), ValidateNested(), Type(type));
export const OptionalChild = (type: () => Class): PropertyDecorator =>
  applyDecorators(field('child', false, type), IsOptional(), ValidateNested(), Type(type));
export const Children = (type: () => Class): PropertyDecorator =>
  applyDecorators(field('child', true, type), IsArray(), ValidateNested({ each: true }), Type(type));
export const OptionalChildren = (type: () => Class): PropertyDecorator =>
  applyDecorators(
    field('child', true, type),
    IsOptional(),
    IsArray(),
    ValidateNested({ each: true }),
    Type(type),
  );
export const SomeChildren = (type: () => Class): PropertyDecorator =>
  applyDecorators(Children(type), ArrayNotEmpty());
