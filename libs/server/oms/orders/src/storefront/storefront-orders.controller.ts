import { Body, Controller, Get, Headers, HttpCode, Inject, Ip, Param, Post, Query, SerializeOptions, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type PayAgainRequest, PayAgainRequestSchema, type PaymentReturnRequest, PaymentReturnRequestSchema, type PlacedOrder, PlacedOrderSchema, type PlaceOrderRequest, PlaceOrderRequestSchema, type StorefrontOrderStatus, StorefrontOrderStatusQuerySchema, StorefrontOrderStatusSchema,
  type StorefrontQuote, type StorefrontQuoteRequest, StorefrontQuoteRequestSchema, StorefrontQuoteSchema,
} from '@oneshelf/contracts';
import { CurrentActor, type Database, DATABASE, Problem, Storefront, type StorefrontActor, takeHit, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type PlaceOrderRefusal, PlaceOrderUseCase } from '../place-order/place-order.use-case';
import { told } from './refusal-sentence';
import { StorefrontOrders } from './storefront-orders';
import { storefrontQuote } from './storefront-quote';
import { StorefrontReadsGuard } from './storefront-reads.guard';

const QUOTE = { no_price: 422, no_tax_rate: 422, unknown_variant: 422, invalid_quantity: 422, invalid_weight: 422, sold_in_shops: 422, wrong_currency: 422, repeated_line: 422, unknown_location: 422, not_delivered_there: 422, unknown_shipping_method: 422, malformed_postcode: 422, malformed_vat_number: 422 };
const PLACE = { ...QUOTE, price_changed: 409, insufficient_stock: 409, hold_of_another: 409, idempotency_key_reused: 409 } satisfies Record<PlaceOrderRefusal['kind'], number>;
/** Checkouts of one address in a minute: a person needs few, a script that tries cards needs many. */
const CHECKOUTS = { limit: 60, windowSeconds: 60 };
const Id = z.uuid();

/** Checkout of a web shop. Baskets live in the shopper's browser: a quote is a pure answer, only an order holds units. */
@Storefront()
@ApiTags('storefront')
@Controller('storefront')
export class StorefrontOrdersController {
  constructor(
    private readonly placing: PlaceOrderUseCase,
    private readonly storefront: StorefrontOrders,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post('quote')
  @UseGuards(StorefrontReadsGuard)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: StorefrontQuoteSchema })
  @SerializeOptions({ schema: StorefrontQuoteSchema })
  async quote(@Body({ schema: StorefrontQuoteRequestSchema }) body: StorefrontQuoteRequest, @CurrentActor() key: StorefrontActor): Promise<StorefrontQuote> {
    return valueOf(told(await this.storefront.quote(key.channelCode, body)), QUOTE);
  }

  @Post('orders')
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A UUID of the shop page, once per intent to buy.' })
  @ApiResponse({ status: 201, standardSchema: PlacedOrderSchema })
  @SerializeOptions({ schema: PlacedOrderSchema })
  async place(@Body({ schema: PlaceOrderRequestSchema }) body: PlaceOrderRequest, @Headers('idempotency-key') header: string | undefined, @CurrentActor() key: StorefrontActor, @Ip() ip: string): Promise<PlacedOrder> {
    const idempotencyKey = Id.safeParse(header);
    if (!idempotencyKey.success) throw new Problem(400, 'idempotency_key_missing', 'Send a UUID in the Idempotency-Key header. Nothing was ordered.');
    await takeHit(this.database, { key: `checkout:${key.id}:${ip}`, ...CHECKOUTS });
    const placed = await this.placing.run({ ...body, channelCode: key.channelCode, idempotencyKey: idempotencyKey.data });
    if (!placed.ok && placed.refusal.kind === 'price_changed') {
      throw new Problem(409, 'price_changed', 'The price has changed since the basket was shown. Nothing was ordered; show the new total.', { quote: storefrontQuote(placed.refusal, { available: new Map(), offers: new Map() }) });
    }
    return this.storefront.answer(valueOf(told(placed), PLACE));
  }

  @Post('orders/:id/payment-return')
  @UseGuards(StorefrontReadsGuard)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PlacedOrderSchema })
  @SerializeOptions({ schema: PlacedOrderSchema })
  paymentReturn(@Param('id', { schema: Id }) id: string, @Body({ schema: PaymentReturnRequestSchema }) { token }: PaymentReturnRequest): Promise<PlacedOrder> {
    return this.storefront.afterBank(id, token);
  }

  @Post('orders/:id/payment')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PlacedOrderSchema })
  @SerializeOptions({ schema: PlacedOrderSchema })
  async payAgain(@Param('id', { schema: Id }) id: string, @Body({ schema: PayAgainRequestSchema }) body: PayAgainRequest, @CurrentActor() key: StorefrontActor, @Ip() ip: string): Promise<PlacedOrder> {
    await takeHit(this.database, { key: `checkout:${key.id}:${ip}`, ...CHECKOUTS });
    return this.storefront.payAgain(id, body);
  }

  @Get('orders/:id')
  @UseGuards(StorefrontReadsGuard)
  @ApiResponse({ status: 200, standardSchema: StorefrontOrderStatusSchema })
  @SerializeOptions({ schema: StorefrontOrderStatusSchema })
  status(@Param('id', { schema: Id }) id: string, @Query({ schema: StorefrontOrderStatusQuerySchema }) { token }: PaymentReturnRequest): Promise<StorefrontOrderStatus> {
    return this.storefront.status(id, token);
  }
}
