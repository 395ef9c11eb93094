import type { PromotionCandidate, SimulationRequest } from '@oneshelf/contracts';
import { fromZonedInput } from '../../../zoned-time';

/** What is simulated, as it stands in the URL: short words, so that a link can be read and sent. */
export interface SimulationState {
  market: string;
  channel: string;
  store: string;
  /** As the input writes it, on the market's clock; empty: now. */
  at: string;
  items: { variantId: string; quantity: number }[];
  codes: string[];
  groups: string[];
  tier: string;
  orders: string;
  pay: string;
  /** In minor units; empty: nothing is sent. */
  ship: string;
  draft: string;
  order: string;
  book: string;
}

const MOST_ITEMS = 100;
const MOST_QUANTITY = 1000;

const list = (text: string | null): string[] => (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');

export function readState(search: URLSearchParams): SimulationState {
  const text = (key: string): string => search.get(key) ?? '';
  const items = list(search.get('items')).slice(0, MOST_ITEMS).flatMap((item) => {
    const [variantId = '', count = '1'] = item.split('*');
    const quantity = Math.round(Number(count));
    return /^[0-9a-f-]{36}$/i.test(variantId) && quantity >= 1 && quantity <= MOST_QUANTITY ? [{ variantId, quantity }] : [];
  });
  return {
    market: text('market'), channel: text('channel'), store: text('store'), at: text('at'), items, codes: list(search.get('codes')).slice(0, 10), groups: list(search.get('groups')).slice(0, 20), tier: text('tier'), orders: text('orders'), pay: text('pay'),
    ship: text('ship'), draft: text('draft'), order: text('order'), book: text('book'),
  };
}

/** The query string; what is as it begins is left out. */
export function writeState(state: SimulationState): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...state, items: state.items.map(({ variantId, quantity }) => `${variantId}*${quantity}`).join(','), codes: state.codes.join(','), groups: state.groups.join(',') })) if (value !== '') search.set(key, value);
  const query = search.toString();
  return query === '' ? '' : `?${query}`;
}

interface Asked {
  zone: string;
  nowIso: string;
  locale: SimulationRequest['locale'];
  candidate: PromotionCandidate | null;
}

/** What the server is asked; null while nothing is in the cart. */
export function requestOfState(state: SimulationState, { zone, nowIso, locale, candidate }: Asked): SimulationRequest | null {
  if (state.items.length === 0 || state.channel === '') return null;
  const instant = fromZonedInput(state.at, zone);
  const whole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
  return {
    marketCode: state.market, channelCode: state.channel, locationId: state.store === '' ? null : state.store, at: instant === null ? nowIso : new Date(instant).toISOString(), lines: state.items, coupons: state.codes, customerGroups: state.groups,
    loyaltyTier: state.tier === '' ? null : state.tier, ordersBefore: whole(state.orders), paymentMethod: state.pay === '' ? null : state.pay, shippingMinor: whole(state.ship), candidate, bookVersion: state.book === '' ? null : state.book, locale,
  };
}
