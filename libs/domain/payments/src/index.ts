export { cashDue, type CashDue } from './cash-due';
export { change, type ChangeRefusal, type Tender, type TenderKind } from './change';
export { holdStep, type HoldStep, isSecured, type SecuringPayment } from './hold-step';
export { accounts, taxAccount, type Account, type JournalLine } from './journal-line';
export {
  journalForCashMovement, journalForDeposit, journalForFailedRefund, journalForOnlineCapture, journalForOwedRefund, journalForRefund, journalForShiftDifference, journalForTillSale,
  type PostedLine, type PostedSale,
} from './journals';
export { paymentCoverage, type Coverage, type CoveringPayment } from './payment-coverage';
export { paymentTransitions, type PaymentAction, type PaymentStatus } from './payment-transitions';
