import { useCallback, useSyncExternalStore } from 'react';
import type { SnapshotFrom } from 'xstate';
import type { PayActor, payMachine } from './pay-machine';

/** The state of a payment, drawn again with each step. */
export function useActorState(actor: PayActor): SnapshotFrom<typeof payMachine> {
  const subscribe = useCallback((changed: () => void) => {
    const subscription = actor.subscribe(changed);
    return () => subscription.unsubscribe();
  }, [actor]);
  return useSyncExternalStore(subscribe, () => actor.getSnapshot());
}
