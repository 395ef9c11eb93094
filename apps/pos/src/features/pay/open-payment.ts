import type { PayEvent } from './pay-machine';
import type { Method } from './pay-session';

/** Opens the payment, with a first act where there is one. Its code comes after the first paint, from the app's own cache. */
export async function openPayment(method: Method, first?: PayEvent): Promise<void> {
  const { openPay } = await import('./pay-session');
  const actor = openPay(method);
  if (first) actor?.send(first);
}

/** Brings back the sale at hand after a reload. */
export const restoreSale = async (): Promise<void> => (await import('./pay-session')).restoreDraft();
