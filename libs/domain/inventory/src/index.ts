export { applyMovement, foldMovements, overrideOf, type InsufficientInBucket } from './apply-movement';
export { breachesOf, explainedLevel, type BreachRule, type LotOff, type StockBreach, type WatchedLevel } from './breaches';
export type { CostChange, CostEffect } from './cost-change';
export { applyCost, emptyPool, type CostPool } from './cost-pool';
export { partOf, type Worth } from './cost-share';
export { decideHolds, levelKey, type HoldAsk, type HoldLine, type HoldVerdict } from './decide-holds';
export { assemblyMoves, type Assembly } from './assembly';
export { bundleAvailability, bundlesAmong, componentMilli, explodeDemand, faultOfRecipe, MOST_COMPONENTS, noRecipes, promisable, wholeBundles, type BundleComponent, type Exploded, type PartOfBundle, type Recipe, type RecipeFault, type Recipes } from './bundle';
export { bundleAtPlace, bundleCorrected, type StandsAt } from './bundle-at-place';
export { recipesAsSold, stockAfterSales } from './bundles-as-sold';
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
export { countPieces, type KnownPiece, type ScannedPiece } from './count-pieces';
export { handPiecesToName, lacksLots, piecesNotSent } from './hand-units';
export { fifoValue } from './fifo-cost';
export { poissonQuantile, type Pace } from './poisson-quantile';
export { expireGrant, grantTarget, isReusable, maySellOnGrant, releaseGrant, renewGrant, useGrant, type GrantReport, type HeldRight, type LaneDemand, type RegisterGrant, type Renewal } from './register-grant';
export { availableToPromise, keepPromises, offerOf, promiseDays, type KeptPromise, type Offer, type Policy, type PlacedGoods, type PolicyKind, type PromiseToKeep } from './promises';
export { setAside } from './set-aside';
export { howKeptProblem, type HowKept, type HowKeptProblem, type UnitsInUse } from './how-kept';
export { bucketsOfLotPlace, byExpiry, chooseLots, freeOfLots, lotPlaceOf, lotPlaces, lotsOfLeaving, lotState, mayGo, remainingDays, shareOverLots, type KeepsFor, type LotOnHand, type LotPart, type LotPlace, type LotState } from './lots';
export { bucketsOfState, moveSerial, normaliseSerial, placeAfter, serialsTwice, serialStateOf, type SerialMove, type SerialPlace, type SerialRefusal, type SerialState } from './serial';
export { namedPieces, piecesToName, returnedPieces, type NamedPiecesRefusal, type SoldPieces } from './serials-of-line';
export { weighedAtCounter } from './weighed-at-counter';
export { averageWeightMilli, costedQuantity, receivedWeightProblem, type ReceivedWeightProblem } from './received-weight';
export { binRange, closedTo, inWalkOrder, isWithinSpan, readBinCode, readBinSpan, type BinCode, type BinSpan } from './bins';
export { readBlock, readTypedQuantity, type BlockCell, type QuantityProblem, type TypedQuantity } from './typed-quantity';
