import type { CardPaymentStatus, CreateReturn, HandOverRequest, Pickup, PickupList, PickRequest, ReturnLookup, ReturnResult, ShortOutcome, ShortRequest, StartCardPayment, TillStockElsewhere } from '@oneshelf/contracts';
import { api } from './runtime';

const get = async <Body>(path: string): Promise<Body> => (await api.call<Body>(path)).body;
const post = async <Body>(path: string, body: unknown = {}): Promise<Body> => (await api.call<Body>(path, { method: 'POST', body, timeoutMs: 15_000 })).body;

/** What needs the server at once: others' money, other stores' stock, customers' orders. Each throws `Unreachable` or `ApiProblem`. */
export const online = {
  startCardPayment: (payment: StartCardPayment) => post<CardPaymentStatus>('/pos/card-payments', payment),
  cardPayment: (paymentId: string) => get<CardPaymentStatus>(`/pos/card-payments/${paymentId}`),
  cancelCardPayment: (paymentId: string) => post<CardPaymentStatus>(`/pos/card-payments/${paymentId}/cancel`),
  pickups: () => get<PickupList>('/pos/pickups'),
  pick: (id: string, picked: PickRequest) => post<Pickup>(`/pos/pickups/${id}/pick`, picked),
  reportShort: (id: string, short: ShortRequest) => post<ShortOutcome>(`/pos/pickups/${id}/short`, short),
  handOver: (id: string, proof: HandOverRequest) => post<Pickup>(`/pos/pickups/${id}/hand-over`, proof),
  returnable: (code: string) => get<ReturnLookup>(`/pos/returns/lookup?code=${encodeURIComponent(code)}`),
  createReturn: (request: CreateReturn) => post<ReturnResult>('/pos/returns', request),
  stockElsewhere: (variantId: string) => get<TillStockElsewhere>(`/pos/stock/${variantId}`),
};
