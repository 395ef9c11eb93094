export { applyMovement, foldMovements, overrideOf, type InsufficientInBucket } from './apply-movement';
export { breachesOf, explainedLevel, type BreachRule, type StockBreach, type WatchedLevel } from './breaches';
export { applyCost, emptyPool, type CostChange, type CostEffect, type CostPool } from './cost-pool';
export { partOf, type Worth } from './cost-share';
export { decideHolds, levelKey, type HoldAsk, type HoldLine, type HoldVerdict } from './decide-holds';
export { assemblyMoves, type Assembly } from './assembly';
export { bundleAvailability, componentMilli, explodeDemand, faultOfRecipe, MOST_COMPONENTS, noRecipes, promisable, wholeBundles, type BundleComponent, type Exploded, type PartOfBundle, type Recipe, type RecipeFault, type Recipes } from './bundle';
export { checkDemand, sumDemand, type Demand, type InsufficientStock } from './demand';
export { explainNumber, type CauseShare, type Explanation, type ExplanationStep, type StepKind } from './explain-number';
export {
  adjust, bucketOfDisposition, commit, fulfilCommitted, receive, reclassify, release, returnTo, sellAtCounter,
  type Adjustment, type CauseKind, type Disposition, type Goods, type Movement,
} from './movements';
export { availability, buckets, emptyLevel, isStockBucket, outsideBuckets, type Availability, type Bucket, type OutsideBucket, type StockBucket, type StockLevel } from './stock-level';
export { bucketsOfNumber, numberOf, type StockNumber } from './stock-number';
export { takeFromHold, type TakenFromHold, type WantedLine } from './take-from-hold';
export {
  adjustmentLimits, adjustmentReasons, handBuckets, isWithin, undoMoves,
  type AdjustmentLimit, type AdjustmentReason, type HandBucket, type HandMove, type LimitedRole,
} from './adjustment-limit';
export { accuracyBasisPoints, accuracyTargetBasisPoints, countMove, needsRecount, shelfBuckets, varianceMilli, varianceMinor, type CountedLine, type CountStatus, type RecountThreshold } from './count';
export {
  hasDifference, inTransitOf, isSettled, moveTransfer, receiptMoves, receiveTransfer,
  type ReceiptRefusal, type TransferAction, type TransferLine, type TransferReceiptLine, type TransferStatus,
} from './transfer';
export { fifoValue } from './fifo-cost';
export { poissonQuantile, type Pace } from './poisson-quantile';
export { expireGrant, grantTarget, isReusable, maySellOnGrant, releaseGrant, renewGrant, useGrant, type GrantReport, type HeldRight, type LaneDemand, type RegisterGrant, type Renewal } from './register-grant';
export { availableToPromise, keepPromises, offerOf, promiseDays, type KeptPromise, type Offer, type Policy, type PlacedGoods, type PolicyKind, type PromiseToKeep } from './promises';
export { setAside } from './set-aside';
export { howKeptProblem, type HowKept, type HowKeptProblem, type UnitsInUse } from './how-kept';
export { bucketsOfLotPlace, byExpiry, chooseLots, freeOfLots, lotPlaceOf, lotPlaces, lotsOfLeaving, lotState, mayGo, remainingDays, shareOverLots, type KeepsFor, type LotOnHand, type LotPart, type LotPlace, type LotState } from './lots';
export { bucketsOfState, moveSerial, normaliseSerial, placeAfter, serialsTwice, serialStateOf, type SerialMove, type SerialPlace, type SerialRefusal, type SerialState } from './serial';
export { namedPieces, returnedPieces, type NamedPiecesRefusal, type SoldPieces } from './serials-of-line';
export { binRange, closedTo, inWalkOrder, isWithinSpan, readBinCode, readBinSpan, type BinCode, type BinSpan } from './bins';
export { readBlock, readTypedQuantity, type BlockCell, type QuantityProblem, type TypedQuantity } from './typed-quantity';
