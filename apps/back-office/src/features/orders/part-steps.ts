import type { OrderPart } from '@oneshelf/contracts';
import type { StepState } from '@oneshelf/ui';

export type PartStep = 'placed' | 'picked' | 'ready' | 'packed' | 'handed_over' | 'shipped';

const walks: Record<OrderPart['kind'], readonly PartStep[]> = { pickup: ['placed', 'picked', 'ready', 'handed_over'], ship: ['placed', 'picked', 'packed', 'shipped'] };
/** How many of the four steps are done at each status. */
const doneSteps: Record<OrderPart['status'], number> = { to_pick: 1, picking: 1, ready: 3, handed_over: 4, shipped: 4, cancelled: 1 };

/** The four-step bar of a part: what is done, what is being done or waited for, what is left. A cancelled part failed at its second step. */
export function partSteps({ kind, status }: Pick<OrderPart, 'kind' | 'status'>): { step: PartStep; state: StepState }[] {
  const done = doneSteps[status];
  return walks[kind].map((step, index) => ({ step, state: index < done ? 'done' : index > done ? 'todo' : status === 'cancelled' ? 'failed' : 'now' }));
}

/** A parcel that has not left yet. */
export const isShippable = ({ kind, status }: Pick<OrderPart, 'kind' | 'status'>): boolean => kind === 'ship' && (status === 'to_pick' || status === 'picking' || status === 'ready');
