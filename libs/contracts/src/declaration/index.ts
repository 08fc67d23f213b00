export * from './values';
export * from './parties';
export * from './documents';
export * from './transport';
export * from './commodity';
export * from './goods-item';
export * from './goods-shipment';
export * from './declaration';
