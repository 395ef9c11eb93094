/** What the page keeps for the bench; times in ms on the page's own clock. */
export interface DeltaWatch {
  /** The answer has come → the price book is at hand and its change on the disk. */
  applied: number[];
}

declare global {
  interface Window {
    deltaWatch: DeltaWatch;
  }
}

/** Runs in the page before anything of the till. */
export function watchDeltas(): void {
  const watch: DeltaWatch = { applied: [] };
  window.deltaWatch = watch;
  performance.setResourceTimingBufferSize(10_000);
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
    const transaction = begin.apply(this, given);
    if (given[1] === 'readwrite' && transaction.objectStoreNames.contains('priceBooks')) {
      transaction.addEventListener('complete', () => {
        const answered = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/pos/price-book')).at(-1);
        if (answered instanceof PerformanceResourceTiming) watch.applied.push(performance.now() - answered.responseEnd);
      });
    }
    return transaction;
  };
}

/** The least that any till must do with a delta: read the text, write it to the disk. */
export function parseAndPut(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('floor', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('deltas');
    opening.onerror = () => reject(new Error('there is no IndexedDB'));
    opening.onsuccess = () => {
      const from = performance.now();
      const transaction = opening.result.transaction('deltas', 'readwrite', { durability: 'strict' });
      transaction.objectStore('deltas').put(JSON.parse(text), 1);
      transaction.oncomplete = () => { opening.result.close(); resolve(performance.now() - from); };
    };
  });
}
