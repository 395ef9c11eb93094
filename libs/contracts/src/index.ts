export * from './catalog/catalog-events';
export * from './catalog/import.contract';
export * from './catalog/product.contract';
export * from './events/domain-events';
export * from './events/event-type';
