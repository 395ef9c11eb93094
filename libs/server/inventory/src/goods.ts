// What moves goods in: for the libs whose documents say that goods come.
export { ExpectGoodsUseCase, type ExpectedLine } from './expect-goods/expect-goods.use-case';
export { type BundleHasNoStock, bundleRefusal } from './bundles/bundle-has-no-stock';
export { CostStockUseCase } from './cost-stock/cost-stock.use-case';
export { ReceiveStockUseCase, type ReceivedGoods } from './receive-stock/receive-stock.use-case';
export { type LotToTake, LotsToTakeQuery } from './lots/lots-to-take.query';
export { type ComingPart, type LotProblem, type LotRefusal, NameLotsUseCase } from './lots/name-lots.use-case';
export { RevalueStockUseCase } from './receive-stock/revalue-stock.use-case';
