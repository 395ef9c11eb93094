import { holdInput, type Hold } from '../../hardware/input-queue';
import type { PayEvent } from './pay-machine';
import type { Method } from './pay-session';

let hold: Hold | null = null;

/** The dialog takes keys and scans from here on. */
export function payIsShown(): void {
  hold?.end();
  hold = null;
}

/** Opens the payment, with a first act where there is one. Its code comes after the first paint, from the app's own cache. */
export const openPayment = (method: Method, first?: PayEvent): Promise<void> => untilShown(async () => {
  const { openPay } = await import('./pay-session');
  const actor = openPay(method);
  if (first) actor?.send(first);
  return actor !== null;
});

/** Brings back the sale at hand after a reload. */
export const restoreSale = (): Promise<void> => untilShown(async () => {
  const { restoreDraft, usePaySession } = await import('./pay-session');
  await restoreDraft();
  return usePaySession.getState().session !== null;
});

/** A scan on the way to the payment must not change what is paid, and a typed amount belongs to it. */
async function untilShown(open: () => Promise<boolean>): Promise<void> {
  hold ??= holdInput();
  const isOpening = await open().catch((error: unknown) => { payIsShown(); throw error; });
  if (!isOpening) payIsShown();
}
