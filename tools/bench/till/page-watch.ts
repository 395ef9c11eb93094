/** What the page keeps for the bench; times in ms on the page's own clock. */
export interface PageWatch {
  /** Scan's last key → the line is painted. */
  painted: number[];
  /** Touch that takes the money → the sale is on the disk. */
  committed: number[];
  /** Start of the navigation → the sell screen is painted; null: not yet. */
  usableAt: number | null;
}

declare global {
  interface Window {
    benchWatch: PageWatch;
  }
}

/**
 * Runs in the page before anything of the till. A key's time is the browser's, so that waiting for a busy page counts;
 * 'painted' is the first task after the frame in which the change was drawn.
 */
export function watchPage(): void {
  const watch: PageWatch = { painted: [], committed: [], usableAt: null };
  window.benchWatch = watch;
  let scanEnd: number | null = null;
  let touch: number | null = null;
  window.addEventListener('keydown', (event) => { if (event.key === 'Enter') scanEnd = event.timeStamp; }, true);
  window.addEventListener('click', (event) => { touch = event.timeStamp; }, true);
  const afterPaint = (then: () => void): void => void requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(null);
  });
  const isLine = (node: Node): boolean => (node instanceof Element ? node : node.parentElement)?.closest('.till-lines') !== null;
  new MutationObserver((records) => {
    const from = scanEnd;
    if (from !== null && records.some(({ target, addedNodes }) => isLine(target) || [...addedNodes].some((node) => isLine(node) || (node instanceof Element && node.querySelector('.till-line') !== null)))) {
      scanEnd = null;
      afterPaint(() => watch.painted.push(performance.now() - from));
    }
    if (watch.usableAt === null && document.querySelector('.till-sums [data-total]')) {
      watch.usableAt = Number.POSITIVE_INFINITY;
      afterPaint(() => { watch.usableAt = performance.now(); });
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
    const transaction = begin.apply(this, given);
    const from = touch;
    if (given[1] === 'readwrite' && transaction.objectStoreNames.contains('sales') && from !== null) {
      transaction.addEventListener('complete', () => { watch.committed.push(performance.now() - from); });
      touch = null;
    }
    return transaction;
  };
}
