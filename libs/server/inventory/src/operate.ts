// What an operator's tools use, and no other lib.
export { RebuildStockLevelsUseCase } from './rebuild-stock-levels/rebuild-stock-levels.use-case';
export { MoveExpiredLotsUseCase } from './lots/move-expired-lots.use-case';
export { KeepLedgerUseCase } from './keep-ledger/keep-ledger.use-case';
