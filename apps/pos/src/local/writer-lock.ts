/**
 * One tab writes: it alone sells, counts receipts and sends [L-3][L-4]. Calls back when this tab holds the lock, which is
 * at once, or when the tab before it is closed. Never gives it back: the browser does when the tab goes.
 */
export function becomeWriter(onWriter: () => void, locks: LockManager | undefined = navigator.locks): void {
  if (!locks) return;
  void locks.request('oneshelf-till', () => {
    onWriter();
    return new Promise<never>(() => undefined);
  });
}
