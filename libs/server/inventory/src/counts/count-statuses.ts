import type { CloseCountRefusal } from './close-count.use-case';
import type { PlanCountRefusal } from './plan-count.use-case';
import type { PostCountRefusal } from './post-count.use-case';

/** The status of each refusal, for the office's routes and the till's. */
export const PLAN_STATUSES = { idempotency_key_reused: 409, bundle_has_no_stock: 409, unknown_location: 404, not_allowed_here: 403, unknown_codes: 422, not_a_span: 422, nothing_to_count: 422, too_many_products: 422 } satisfies Record<PlanCountRefusal['kind'], number>;
export const CLOSE_STATUSES = { not_found: 404, wrong_status: 409, not_allowed_here: 403, nothing_counted: 422 } satisfies Record<CloseCountRefusal['kind'], number>;
export const POST_STATUSES = { not_found: 404, wrong_status: 409, not_allowed_here: 403, above_limit: 403, unknown_line: 422 } satisfies Record<PostCountRefusal['kind'], number>;
