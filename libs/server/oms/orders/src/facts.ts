// What reports ask of orders. A face of its own.
export { type CancelledOrder, CancelFacts, type CancelRate } from './cancel-facts/cancel-facts.query';
