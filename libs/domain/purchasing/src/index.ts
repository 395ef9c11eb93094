export { decideReceipt, type CountedGoods, type OrderedLine, type ReceiptDecision, type ReceiptRefusal } from './decide-receipt';
export { expectedDay } from './expected-day';
export { orderProblems, type OrderProblem } from './order-problems';
export { orderQuantity, type OrderQuantity, type PackRule } from './order-quantity';
export { orderStatusAfter, orderTransitions, type PurchaseOrderAction, type PurchaseOrderStatus } from './order-status';
export { overLimitMilli } from './over-limit';
export { readOrderRows, type OrderRow } from './read-order-rows';
export { shareLandedCost, type LandedBasis, type LandedLine } from './share-landed-cost';
export { supplierAmount, valueInMarket } from './value-in-market';
