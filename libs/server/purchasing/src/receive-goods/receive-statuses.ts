import type { ReceiveGoodsRefusal } from './receive-goods.use-case';

/** Of both edges, office and till. */
export const RECEIVE = {
  unknown_order: 404, not_allowed_here: 403, order_changed: 409, order_not_open: 409, receipt_id_reused: 409, nothing_received: 422, unknown_line: 422, quantity_out_of_range: 422, over_limit: 422, weight_missing: 422, weight_not_asked: 422,
  lots_not_right: 422, serial_unreadable: 422, serial_twice: 422, serials_required: 422, serial_elsewhere: 409, bundle_has_no_stock: 409,
} satisfies Record<ReceiveGoodsRefusal['kind'], number>;
