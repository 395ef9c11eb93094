import type { MoveTransferRefusal } from './move-transfer.use-case';
import type { ReceiveTransferRefusal } from './receive-transfer.use-case';
import type { RequestTransferRefusal } from './request-transfer.use-case';
import type { ShipTransferRefusal } from './ship-transfer.use-case';

/** The status of each refusal, for the office's routes and the till's. */
export const MOVE_STATUSES = { not_found: 404, wrong_status: 409, not_allowed_here: 403 } satisfies Record<MoveTransferRefusal['kind'], number>;
export const REQUEST_STATUSES = { idempotency_key_reused: 409, bundle_has_no_stock: 409, unknown_location: 404, same_location: 422, unknown_variant: 404, line_twice: 422, not_allowed_here: 403 } satisfies Record<RequestTransferRefusal['kind'], number>;
export const SHIP_STATUSES = { ...MOVE_STATUSES, idempotency_key_reused: 409, insufficient_stock: 409, unknown_line: 422, nothing_to_ship: 422, serial_unreadable: 422, serial_twice: 422, serials_required: 422, serial_elsewhere: 409, serial_not_sent: 409 } satisfies Record<ShipTransferRefusal['kind'], number>;
export const RECEIVE_STATUSES = { ...MOVE_STATUSES, idempotency_key_reused: 409, unknown_line: 422, nothing_received: 422, received_too_many: 422, serial_unreadable: 422, serial_twice: 422, serials_required: 422, serial_elsewhere: 409, serial_not_sent: 409 } satisfies Record<ReceiveTransferRefusal['kind'], number>;
