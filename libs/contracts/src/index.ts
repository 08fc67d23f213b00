export * from './declaration';
export * from './events';
export { type Class, type Field, fieldsOf } from './shape/field';
