export { displayStatus, type DisplayStatus, type OrderFacts } from './display-status';
export { cancelQuantity, checkLineQuantities, fulfilQuantity, keptMilli, openMilli, returnQuantity, type LineQuantities, type QuantityRefused } from './line-quantities';
export { offeredShipping, type Parcel, type ShippingMethod } from './offered-shipping';
export {
  fulfilmentTransitions, orderTransitions,
  type FulfilmentAction, type FulfilmentKind, type FulfilmentStatus, type OrderAction, type OrderStatus,
} from './transitions';
