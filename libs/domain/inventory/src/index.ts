export { applyMovement, foldMovements, overrideOf, type InsufficientInBucket } from './apply-movement';
export { applyCost, emptyPool, type CostChange, type CostEffect, type CostPool } from './cost-pool';
export { partOf, type Worth } from './cost-share';
export { decideHolds, levelKey, type HoldAsk, type HoldLine, type HoldVerdict } from './decide-holds';
export { checkDemand, sumDemand, type Demand, type InsufficientStock } from './demand';
export {
  adjust, bucketOfDisposition, commit, fulfilCommitted, receive, reclassify, release, returnTo, sellAtCounter,
  type Adjustment, type CauseKind, type Disposition, type Goods, type Movement,
} from './movements';
export { availability, buckets, emptyLevel, isStockBucket, outsideBuckets, type Availability, type Bucket, type OutsideBucket, type StockBucket, type StockLevel } from './stock-level';
export { fifoValue } from './fifo-cost';
