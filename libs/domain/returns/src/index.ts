export { cancelledUnits } from './frozen-units';
export {
  planReturn,
  type PlannedReturnLine, type ReturnAsk, type ReturnDisposition, type ReturnPlan, type ReturnRefusal, type ReturnRequest, type SoldLine,
} from './plan-return';
export { splitRefund, type RefundablePayment, type RefundTender } from './split-refund';
