// The watch over the levels, for those who run it, who show what it found, and who must not pass on what is not explained.
export { StockBreachRepository } from './watch-stock/stock-breach.repository';
export { RepairLevelUseCase } from './watch-stock/repair-level.use-case';
export { WatchStockUseCase } from './watch-stock/watch-stock.use-case';
