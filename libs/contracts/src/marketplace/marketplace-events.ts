import * as z from 'zod';
import { defineEvent } from '../events/event-type';

/** A marketplace has an order that is new or has changed; whoever cares asks the marketplace for it. */
export const MarketplaceOrderNoticed = defineEvent('marketplace.order-noticed.v1', z.object({ channelCode: z.string(), externalId: z.string().min(1) }));
