import { Body, Controller, Delete, Headers, HttpCode, Inject, Ip, Param, Patch, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { EndHoldQuerySchema, type ExtendedHold, ExtendedHoldSchema, type ExtendHoldRequest, ExtendHoldRequestSchema, type StorefrontHold, type StorefrontHoldRequest, StorefrontHoldRequestSchema, StorefrontHoldSchema } from '@oneshelf/contracts';
import { CurrentActor, type Database, DATABASE, Problem, Storefront, type StorefrontActor, takeHit, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { HoldBasketUseCase } from '../hold-basket/hold-basket.use-case';

const ASK = { too_many_holds: 429, idempotency_key_reused: 409 };
const EXTEND = { not_found: 404, hold_ended: 409, hold_not_extended: 409 };
/** Holds of one address in a minute: a checkout asks when it opens and when another store is chosen. */
const HOLDS = { limit: 60, windowSeconds: 60 };
const Id = z.uuid();

/** Units kept for a shopper while they check out. */
@Storefront()
@ApiTags('storefront')
@Controller('storefront/holds')
export class StorefrontHoldsController {
  constructor(
    private readonly holding: HoldBasketUseCase,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A UUID of the shop page, once per intent to keep units.' })
  @ApiResponse({ status: 200, standardSchema: StorefrontHoldSchema })
  @SerializeOptions({ schema: StorefrontHoldSchema })
  async hold(@Body({ schema: StorefrontHoldRequestSchema }) body: StorefrontHoldRequest, @Headers('idempotency-key') header: string | undefined, @CurrentActor() key: StorefrontActor, @Ip() ip: string): Promise<StorefrontHold> {
    const idempotencyKey = Id.safeParse(header);
    if (!idempotencyKey.success) throw new Problem(400, 'idempotency_key_missing', 'Send a UUID in the Idempotency-Key header. Nothing was kept.');
    await this.hit(key, ip);
    return valueOf(await this.holding.run({ ...body, idempotencyKey: idempotencyKey.data, channelCode: key.channelCode, address: ip, now: new Date() }), ASK);
  }

  @Patch(':id')
  @ApiResponse({ status: 200, standardSchema: ExtendedHoldSchema })
  @SerializeOptions({ schema: ExtendedHoldSchema })
  async extend(@Param('id', { schema: Id }) holdId: string, @Body({ schema: ExtendHoldRequestSchema }) body: ExtendHoldRequest, @CurrentActor() key: StorefrontActor, @Ip() ip: string): Promise<ExtendedHold> {
    await this.hit(key, ip);
    return valueOf(await this.holding.extend({ ...body, holdId, channelCode: key.channelCode, now: new Date() }), EXTEND);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async end(@Param('id', { schema: Id }) holdId: string, @Query({ schema: EndHoldQuerySchema }) { token }: { token: string }, @CurrentActor() key: StorefrontActor, @Ip() ip: string): Promise<void> {
    await this.hit(key, ip);
    await this.holding.end({ channelCode: key.channelCode, holdId, token });
  }

  private hit(key: StorefrontActor, ip: string): Promise<void> {
    return takeHit(this.database, { key: `hold:${key.id}:${ip}`, ...HOLDS });
  }
}
