import type { ReceiveGoods } from '@oneshelf/contracts';
import type { Actor } from '@oneshelf/platform';

export interface ReceiveGoodsInput {
  orderId: string;
  goods: ReceiveGoods;
  /** What is written beside it: a till, or a person at the office. */
  actor: Actor;
  receivedBy: string;
  deviceId: string | null;
  source: 'office' | 'till';
  /** May take any amount beyond what was ordered. */
  mayDecide: boolean;
  /** Whether who receives may do it at this location. */
  isAllowedAt: (locationId: string) => boolean;
  now: Date;
}
