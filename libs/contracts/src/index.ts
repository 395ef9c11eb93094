export * from './events/event-type';
