import { nextTurn } from '@oneshelf/domain-pricing';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { clock } from './runtime';
import { tillState } from './till-state';

const lookEveryMs = 1000;

/**
 * Says when prices turn that were published before: at store midnight the till asks tomorrow's prices without a network.
 * Looks at the clock each second; a timer until midnight would be late on a tablet that slept, or whose clock is put right.
 */
export function followTurns(): () => void {
  let [book, zone, looked]: [PriceBookAnswer | null, string | undefined, string] = [null, undefined, clock.now()];
  let next: string | null = null;
  const look = (): void => {
    const { priceBook, bootstrap } = tillState.getState();
    const now = clock.now();
    const timeZone = bootstrap?.location.timeZone;
    // A clock that was put back looks at all of it again.
    if (priceBook !== book || timeZone !== zone || now < looked) next = priceBook && nextTurn(priceBook, { at: now, timeZone });
    [book, zone, looked] = [priceBook, timeZone, now];
    if (priceBook === null || next === null || now < next) return;
    tillState.setState({ turnedAt: next });
    next = nextTurn(priceBook, { at: now, timeZone });
  };
  look();
  const timer = setInterval(look, lookEveryMs);
  return () => clearInterval(timer);
}
