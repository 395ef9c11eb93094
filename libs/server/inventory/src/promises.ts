// Units that are sold before they are there: for orders, and the worker's schedule.
export { FollowPromiseDaysUseCase } from './promise-stock/follow-promise-days.use-case';
export { KeepPromisesUseCase } from './promise-stock/keep-promises.use-case';
export { type PromisedOffer, PromiseStockUseCase } from './promise-stock/promise-stock.use-case';
export type { OpenPromise } from './promise-stock/promise.repository';
