export * from './declaration';
export { wcoPointer } from './declaration/wco-pointer';
export * from './events';
export { asyncApiDocument } from './events/asyncapi';
export { EVENTS, type EventClass, eventClass, faultsOf, isEventType } from './events/catalogue';
export { type JsonSchema, schemaOf, type ShapeFault, validatorOf } from './schema';
export * from './shape/field';
