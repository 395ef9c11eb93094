'use client';
import type { StorefrontHold, StorefrontHoldRequest } from '@oneshelf/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { keepHold, openHold, type HoldReference } from './kept-hold';
import { useShop } from './shop-context';
import { shopAvailability } from './shop-queries';

/** As many times in a row it is asked for again by itself: a page that is left open does not keep units from others for ever. */
const AGAIN_BY_ITSELF = 3;

type Ask = Pick<StorefrontHoldRequest, 'lines' | 'fulfilment' | 'email'>;

export interface CheckoutHold {
  /** Undefined until the first answer. */
  hold: StorefrontHold | undefined;
  /** The order sends it along. */
  reference: HoldReference | undefined;
  /** It ran out while this page was open. */
  hasLapsed: boolean;
  error: unknown;
  askAgain: () => void;
  keepLonger: () => void;
}

/**
 * Keeps the basket's units while the checkout is open: asked for when it opens and when it is to be had elsewhere, and
 * again when the time is over. Without an answer the checkout goes on as before: the order itself decides.
 */
export function useCheckoutHold(ask: Ask, isPaused: boolean): CheckoutHold {
  const shop = useShop();
  const queries = useQueryClient();
  const [hold, setHold] = useState<StorefrontHold>();
  const [hasLapsed, setLapsed] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const lapses = useRef(0);
  // One after the other: the next ask brings along what the one before it got.
  const turn = useRef<Promise<void>>(Promise.resolve());

  const take = useEffectEvent(() => {
    if (isPaused || ask.lines.length === 0) return;
    turn.current = turn.current.then(async () => {
      const replaces = openHold(shop.market);
      try {
        const answer = await shop.api.post('/api/storefront/holds', { idempotencyKey: crypto.randomUUID(), body: { ...ask, ...(replaces ? { replaces } : {}) } });
        keepHold(shop.market, referenceOf(answer));
        setHold(answer);
        setError(null);
        // What is kept here is not free there any more: both are added up where a store is chosen.
        await queries.invalidateQueries({ queryKey: shopAvailability(shop, ask.lines.map((line) => line.variantId)).queryKey });
      } catch (problem) {
        setError(problem);
      }
    });
  });
  const { lines, fulfilment } = ask;
  const where = fulfilment?.kind === 'pickup' ? fulfilment.locationId : fulfilment?.kind === 'delivery' ? fulfilment.address.country : '';
  const wanted = JSON.stringify([where, lines]);
  useEffect(() => take(), [wanted, isPaused]);

  const expiresAt = hold?.expiresAt ?? null;
  const lapse = useEffectEvent(() => {
    if (isPaused) return;
    keepHold(shop.market, undefined);
    setLapsed(true);
    lapses.current += 1;
    if (lapses.current <= AGAIN_BY_ITSELF) take();
    else setHold((last) => last && { ...last, holdId: null, token: null, expiresAt: null });
  });
  useEffect(() => {
    if (expiresAt === null) return undefined;
    const timer = setTimeout(() => lapse(), Math.max(0, Date.parse(expiresAt) - Date.now()) + 500);
    return () => clearTimeout(timer);
  }, [expiresAt]);

  const reference = hold && referenceOf(hold);
  const keepLonger = () => {
    if (reference === undefined) return;
    turn.current = turn.current.then(async () => {
      try {
        const { holdId, token } = reference;
        const longer = await shop.api.patch('/api/storefront/holds/{id}', { params: { path: { id: holdId } }, body: { token, ...(ask.email === undefined ? {} : { email: ask.email }) } });
        setHold((last) => last && { ...last, ...longer });
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === 'hold_not_extended') setHold((last) => last && { ...last, extensionsLeft: 0 });
        else setError(problem);
      }
    });
  };
  const askAgain = () => { lapses.current = 0; take(); };
  return { hold, reference, hasLapsed, error, askAgain, keepLonger };
}

const referenceOf = ({ holdId, token }: StorefrontHold): HoldReference | undefined => (holdId === null || token === null ? undefined : { holdId, token });
