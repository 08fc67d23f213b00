export { definitionsOf, type JsonSchema, schemaOf } from './json-schema';
export { type ShapeFault, validatorOf } from './validator';
