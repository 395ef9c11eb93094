export * from './events/domain-events';
export * from './events/event-type';
