export { applyMovement, foldMovements, overrideOf, type InsufficientInBucket } from './apply-movement';
export { decideHolds, levelKey, type HoldAsk, type HoldLine, type HoldVerdict } from './decide-holds';
export { checkDemand, sumDemand, type Demand, type InsufficientStock } from './demand';
export {
  adjust, bucketOfDisposition, commit, fulfilCommitted, receive, reclassify, release, returnTo, sellAtCounter,
  type Adjustment, type CauseKind, type Disposition, type Goods, type Movement,
} from './movements';
export { availability, buckets, emptyLevel, isStockBucket, outsideBuckets, type Availability, type Bucket, type OutsideBucket, type StockBucket, type StockLevel } from './stock-level';
export { availableToPromise, keepPromises, offerOf, promiseDays, type KeptPromise, type Offer, type Policy, type PlacedGoods, type PolicyKind, type PromiseToKeep } from './promises';
export { takeFromHold, type TakenFromHold, type WantedLine } from './take-from-hold';
export { setAside } from './set-aside';
