export { displayStatus, type DisplayStatus, type OrderFacts } from './display-status';
export { cancelQuantity, checkLineQuantities, fulfilQuantity, keptMilli, openMilli, returnQuantity, type LineQuantities, type QuantityRefused } from './line-quantities';
export {
  fulfilmentTransitions, orderTransitions,
  type FulfilmentAction, type FulfilmentKind, type FulfilmentStatus, type OrderAction, type OrderStatus,
} from './transitions';
