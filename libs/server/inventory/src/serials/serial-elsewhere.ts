import type { SerialPlace } from '@oneshelf/domain-inventory';

/** A piece that is not where the operation takes it from. `believed` null: nobody has seen it, and every piece there has a serial of its own. */
export interface SerialElsewhere {
  variantId: string;
  serialNumber: string;
  /** Where it was looked for. */
  locationId: string;
  believed: (SerialPlace & { causeKind: string; causeId: string; since: string }) | null;
}
