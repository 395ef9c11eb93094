import type { AddTillCustomer, CloseCountRequest, CreateReturn, HandOverRequest, LookUpCode, PickRequest, ReceiveTransferRequest, ShipTransferRequest, ShortRequest, StartCardPayment, TillReceiveGoods } from '@oneshelf/contracts';
import { api, apiQuery } from './runtime';

const one = (id: string) => ({ path: { id } });

/** What needs the server at once: others' money, other stores' stock, customers' orders. Each throws `Unreachable` or `ApiProblem`. */
export const online = {
  startCardPayment: (body: StartCardPayment) => api.post('/api/pos/card-payments', { body }),
  cardPayment: (paymentId: string) => api.get('/api/pos/card-payments/{id}', { params: one(paymentId) }),
  cancelCardPayment: (paymentId: string) => api.post('/api/pos/card-payments/{id}/cancel', { params: one(paymentId) }),
  pick: (id: string, body: PickRequest) => api.post('/api/pos/pickups/{id}/pick', { params: one(id), body }),
  reportShort: (id: string, body: ShortRequest) => api.post('/api/pos/pickups/{id}/short', { params: one(id), body }),
  handOver: (id: string, body: HandOverRequest) => api.post('/api/pos/pickups/{id}/hand-over', { params: one(id), body }),
  returnable: (code: string) => api.get('/api/pos/returns/lookup', { params: { query: { code } } }),
  findCustomers: (q: string) => api.get('/api/pos/customers', { params: { query: { q } } }),
  addCustomer: (body: AddTillCustomer) => api.post('/api/pos/customers', { body }),
  lookUpCode: (body: LookUpCode) => api.post('/api/pos/codes/look-up', { body, timeoutMs: 4000 }),
  closeCount: (id: string, body: CloseCountRequest) => api.post('/api/pos/counts/{id}/close', { params: one(id), body }),
  shipTransfer: (id: string, body: ShipTransferRequest, idempotencyKey: string) => api.post('/api/pos/transfers/{id}/ship', { params: one(id), body, idempotencyKey }),
  receiveTransfer: (id: string, body: ReceiveTransferRequest, idempotencyKey: string) => api.post('/api/pos/transfers/{id}/receipts', { params: one(id), body, idempotencyKey }),
  receiveGoods: (orderId: string, body: TillReceiveGoods) => api.post('/api/pos/purchase-orders/{id}/receipts', { params: one(orderId), body }),
  createReturn: (body: CreateReturn) => api.post('/api/pos/returns', { body }),
};

/** The same for react-query. */
export const transfersHere = apiQuery('/api/pos/transfers');

export const pickupsHere = apiQuery('/api/pos/pickups');

export const stockElsewhere = (variantId: string) => apiQuery('/api/pos/stock/{variantId}', { params: { path: { variantId } } });

export const ordersToReceive = apiQuery('/api/pos/purchase-orders');
