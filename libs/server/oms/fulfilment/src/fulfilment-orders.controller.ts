import { Body, Controller, Get, HttpCode, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type FulfilmentOrderPage, FulfilmentOrderPageSchema, type FulfilmentOrderQuery, FulfilmentOrderQuerySchema, type FulfilmentOrderView, FulfilmentOrderViewSchema, type ShipRequest, ShipRequestSchema,
  type ShortOutcome, ShortOutcomeSchema, type ShortRequest, ShortRequestSchema,
} from '@oneshelf/contracts';
import { CurrentActor, hasRole, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ReportShortUseCase, type ShortRefusal } from './report-short/report-short.use-case';
import { PartsQuery } from './show-parts/parts.query';
import { type ShipRefusal, ShipPartUseCase } from './ship/ship-part.use-case';

const SHIP = {
  not_found: 404, wrong_status: 409, not_a_delivery: 409, not_allowed: 403, payment_needed: 409, serial_unreadable: 422, serial_twice: 422, serials_required: 422, serial_elsewhere: 409,
} satisfies Record<ShipRefusal['kind'], number>;
const SHORT = { not_found: 404, wrong_status: 409, unknown_line: 422, short_too_many: 422 } satisfies Record<ShortRefusal['kind'], number>;
const Id = z.uuid();

@ApiTags('fulfilment')
@Controller('fulfilment-orders')
export class FulfilmentOrdersController {
  constructor(
    private readonly parts: PartsQuery,
    private readonly shipping: ShipPartUseCase,
    private readonly shorting: ReportShortUseCase,
  ) {}

  @Staff()
  @Get()
  @ApiResponse({ status: 200, standardSchema: FulfilmentOrderPageSchema })
  @SerializeOptions({ schema: FulfilmentOrderPageSchema })
  list(@Query({ schema: FulfilmentOrderQuerySchema }) query: FulfilmentOrderQuery): Promise<FulfilmentOrderPage> {
    return this.parts.page(query);
  }

  @Staff()
  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: FulfilmentOrderViewSchema })
  @SerializeOptions({ schema: FulfilmentOrderViewSchema })
  one(@Param('id', { schema: Id }) id: string): Promise<FulfilmentOrderView> {
    return this.show(id);
  }

  @Staff('operations', 'store_manager')
  @Post(':id/ship')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: FulfilmentOrderViewSchema })
  @SerializeOptions({ schema: FulfilmentOrderViewSchema })
  async ship(@Param('id', { schema: Id }) id: string, @Body({ schema: ShipRequestSchema }) body: ShipRequest, @CurrentActor() staff: StaffActor): Promise<FulfilmentOrderView> {
    valueOf(await this.shipping.run({ ...body, id, locationId: null, actor: staff, mayAt: (locationId) => hasRole(staff, ['operations', 'store_manager'], locationId) }), SHIP);
    return this.show(id);
  }

  @Staff('operations')
  @Post(':id/short')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ShortOutcomeSchema })
  @SerializeOptions({ schema: ShortOutcomeSchema })
  async short(@Param('id', { schema: Id }) id: string, @Body({ schema: ShortRequestSchema }) body: ShortRequest, @CurrentActor() staff: StaffActor): Promise<ShortOutcome> {
    return valueOf(await this.shorting.run({ ...body, id, locationId: null, actor: staff }), SHORT);
  }

  private async show(id: string): Promise<FulfilmentOrderView> {
    const part = await this.parts.one(id);
    if (!part) throw new Problem(404, 'not_found', 'There is no such part.');
    return part;
  }
}
