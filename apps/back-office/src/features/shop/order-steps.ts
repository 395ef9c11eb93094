import type { OrderDisplayStatus, StorefrontOrderStatus } from '@oneshelf/contracts';
import type { StepState } from '@oneshelf/ui';

export type OrderStep = 'ordered' | 'picked' | 'ready' | 'collected' | 'packed' | 'sent';

const pickup: readonly OrderStep[] = ['ordered', 'picked', 'ready', 'collected'];
const delivery: readonly OrderStep[] = ['ordered', 'picked', 'packed', 'sent'];

/** How many of the four steps are done at each status. */
const doneSteps: Record<OrderDisplayStatus, number> = {
  awaiting_payment: 0, placed: 1, in_fulfilment: 1, ready_for_pickup: 3, partly_fulfilled: 3, fulfilled: 4, partly_returned: 4, returned: 4, cancelled: 1,
};

/** The four steps of an order as its shopper sees them. */
export function orderSteps({ fulfilmentKind, displayStatus }: Pick<StorefrontOrderStatus, 'fulfilmentKind' | 'displayStatus'>): { step: OrderStep; state: StepState }[] {
  const done = doneSteps[displayStatus];
  return (fulfilmentKind === 'delivery' ? delivery : pickup).map((step, index) => ({ step, state: index < done ? 'done' : index > done ? 'todo' : displayStatus === 'cancelled' ? 'failed' : 'now' }));
}
