import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { applySettings } from '../chassis/faults';
import type { ListingWrite } from './amazon-state';
import { blankListing, listingKey, merchantChannel, merchantQuantity, noFbaStock, saveListing } from './listing';
import { changeOrder, makeOrder, orderChangeRequest, orderRequest } from './make-order';
import type { Work } from './operation';
import type { Order } from './order';
import { overview } from './overview';

const listingRequest = z.object({
  sku: z.string(),
  sellerId: z.string().optional(),
  asin: z.string().optional(),
  productType: z.string().default('PRODUCT'),
  itemName: z.string().optional(),
  marketplaceIds: z.array(z.string()).default(['A1F83G8C2ARO7P', 'A1PA6795UKMFR9']),
  /** Pieces on offer: at the merchant, or fulfillable in Amazon's warehouses. */
  quantity: z.int().nonnegative().default(0),
  /** What a customer pays, tax included. */
  price: z.object({ value: z.number().nonnegative(), currency: z.string() }).optional(),
  fulfilledBy: z.enum(['MERCHANT', 'AMAZON']).default('MERCHANT'),
  /** More of Amazon's stock figures: inboundShipped, reserved, unfulfillable … */
  fba: z.partialRecord(z.enum(['inboundWorking', 'inboundShipped', 'inboundReceiving', 'reserved', 'unfulfillable']), z.int().nonnegative()).optional(),
});

/** An order as Amazon would answer it, taken over as it is. */
const wholeOrder = z.object({ order: z.looseObject({ orderId: z.string(), createdTime: z.string(), lastUpdatedTime: z.string(), salesChannel: z.looseObject({ channelName: z.string() }), orderItems: z.array(z.looseObject({ orderItemId: z.string(), quantityOrdered: z.number(), product: z.looseObject({}) })) }) });

export interface ControlSetting {
  work: Work;
  sellerId: string;
  /** After a change of the settings. */
  settingsChanged(): void;
}

/** The page for people at `/`, the settings, and the marketplace's side: listings, customers' orders, sent notifications. */
export function controlRoutes(app: FastifyInstance, setting: ControlSetting): void {
  const { work } = setting;
  const { store, settings } = work.state;
  app.addHook('onSend', async () => store.flush());
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/', (_request, reply) => reply.type('text/html').send(overview(work)));
  app.get('/_control', () => settings);
  app.post('/_control', (request, reply) => {
    const problems = applySettings(settings, request.body);
    setting.settingsChanged();
    return problems.length === 0 ? settings : refuse(reply, 400, problems);
  });
  app.get('/_control/calls', () => Object.fromEntries(work.state.calls));
  app.get('/_control/listings', () => listingsWithWrites(work));
  app.post('/_control/listings', (request, reply) => {
    const parsed = z.union([listingRequest, z.array(listingRequest)]).safeParse(request.body);
    if (!parsed.success) return refuse(reply, 400, [z.prettifyError(parsed.error)]);
    const saved = [parsed.data].flat().map((wanted) => seed(setting, wanted));
    return reply.code(201).send(saved);
  });
  app.get<{ Querystring: { after?: string } }>('/_control/notifications', (request) => {
    const after = Number(request.query.after ?? 0);
    return store.all('notifications').filter(({ sequence }) => sequence > after);
  });
  orderRoutes(app, work);
}

function orderRoutes(app: FastifyInstance, work: Work): void {
  const { store } = work.state;
  const answer = (reply: FastifyReply, result: Order | string[]): FastifyReply => (Array.isArray(result) ? refuse(reply, 409, result) : reply.code(201).send(result));
  app.get('/_control/orders', () => store.all('orders'));
  app.post('/_control/orders', (request, reply) => {
    const whole = wholeOrder.safeParse(request.body);
    if (whole.success) {
      const order = whole.data.order as Order;
      store.put('orders', order.orderId, order);
      work.orderChanged(order, 'New order');
      return reply.code(201).send(order);
    }
    const parsed = orderRequest.safeParse(request.body);
    return parsed.success ? answer(reply, makeOrder(work, parsed.data)) : refuse(reply, 400, [z.prettifyError(parsed.error)]);
  });
  app.post<{ Params: { orderId: string } }>('/_control/orders/:orderId', (request, reply) => {
    const order = store.get('orders', request.params.orderId);
    if (order === undefined) return refuse(reply, 404, [`There is no order ${request.params.orderId}.`]);
    const parsed = orderChangeRequest.safeParse(request.body);
    return parsed.success ? answer(reply, changeOrder(work, order, parsed.data)) : refuse(reply, 400, [z.prettifyError(parsed.error)]);
  });
}

const refuse = (reply: FastifyReply, status: number, problems: string[]): FastifyReply => reply.code(status).send({ problems });

function seed({ work, sellerId }: ControlSetting, wanted: z.infer<typeof listingRequest>): object {
  const seller = wanted.sellerId ?? sellerId;
  const old = work.state.store.get('listings', listingKey(seller, wanted.sku)) ?? blankListing(seller, wanted.sku, wanted.productType);
  const atAmazon = wanted.fulfilledBy === 'AMAZON';
  return saveListing(work, {
    ...old,
    asin: wanted.asin ?? old.asin,
    productType: wanted.productType,
    itemName: wanted.itemName ?? old.itemName,
    marketplaceIds: wanted.marketplaceIds,
    fulfilledBy: wanted.fulfilledBy,
    attributes: { ...old.attributes, ...(wanted.price ? { purchasable_offer: [{ currency: wanted.price.currency, our_price: [{ schedule: [{ value_with_tax: wanted.price.value }] }] }] } : {}), fulfillment_availability: [atAmazon ? { fulfillment_channel_code: 'AMAZON_EU' } : { fulfillment_channel_code: merchantChannel, quantity: wanted.quantity }] },
    fba: atAmazon ? { ...old.fba, ...wanted.fba, fulfillable: wanted.quantity } : noFbaStock,
  });
}

function listingsWithWrites(work: Work): object[] {
  const { store } = work.state;
  const writes = new Map<string, ListingWrite[]>();
  for (const write of store.all('writes')) writes.set(write.sku, [...(writes.get(write.sku) ?? []), write]);
  return store.all('listings').map((listing) => ({
    sku: listing.sku,
    asin: listing.asin,
    fulfilledBy: listing.fulfilledBy,
    quantity: listing.fulfilledBy === 'AMAZON' ? listing.fba.fulfillable : merchantQuantity(listing.attributes),
    patches: (writes.get(listing.sku) ?? []).map(({ operation, receivedAt, quantity, status, submissionId }) => ({ operation, receivedAt, quantity, status, submissionId })),
  }));
}

