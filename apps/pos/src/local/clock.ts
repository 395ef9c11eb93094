/** Below this the difference is the way over the network, not a wrong clock. */
const tolerableMs = 2000;

/**
 * The till's time: the device's clock, put right by what the server last said. A tablet an hour off would else price by
 * the wrong promotions and sign receipts with the wrong time.
 */
export function createClock(offsetMs = 0) {
  let offset = offsetMs;
  return {
    now: (): string => new Date(Date.now() + offset).toISOString(),
    /** Takes the server's time in; gives the offset to keep. */
    hear(serverTime: string): number {
      const difference = Date.parse(serverTime) - Date.now();
      offset = Math.abs(difference) < tolerableMs ? 0 : difference;
      return offset;
    },
  };
}

export type Clock = ReturnType<typeof createClock>;
