import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type HandOverRequest, HandOverRequestSchema, type Pickup, type PickupList, PickupListSchema, PickupSchema, type PickRequest, PickRequestSchema, type ShortOutcome, ShortOutcomeSchema, type ShortRequest, ShortRequestSchema,
} from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Problem, Till, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type HandOverRefusal, HandOverUseCase } from './hand-over/hand-over.use-case';
import { PickupsQuery } from './list-pickups/pickups.query';
import { type PickRefusal, PickUseCase } from './pick/pick.use-case';
import { ReportShortUseCase, type ShortRefusal } from './report-short/report-short.use-case';

const PICK = { not_found: 404, wrong_status: 409, unknown_line: 422, picked_too_many: 422, shelf_missing: 422 } satisfies Record<PickRefusal['kind'], number>;
const SHORT = { not_found: 404, wrong_status: 409, unknown_line: 422, short_too_many: 422 } satisfies Record<ShortRefusal['kind'], number>;
const HAND_OVER = { not_found: 404, wrong_status: 409, wrong_code: 403, payment_needed: 409, serial_unreadable: 422, serial_twice: 422, serials_required: 422, serial_elsewhere: 409 } satisfies Record<HandOverRefusal['kind'], number>;
const Id = z.uuid();

@Till()
@ApiTags('till')
@Controller('pos/pickups')
export class PickupsController {
  constructor(
    private readonly pickups: PickupsQuery,
    private readonly picking: PickUseCase,
    private readonly shorting: ReportShortUseCase,
    private readonly handing: HandOverUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: PickupListSchema })
  @SerializeOptions({ schema: PickupListSchema })
  list(@CurrentActor() till: DeviceActor): Promise<PickupList> {
    return this.pickups.list(till.locationId);
  }

  @Post(':id/pick')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PickupSchema })
  @SerializeOptions({ schema: PickupSchema })
  async pick(@Param('id', { schema: Id }) id: string, @Body({ schema: PickRequestSchema }) body: PickRequest, @CurrentActor() till: DeviceActor): Promise<Pickup> {
    valueOf(await this.picking.run({ ...body, id, locationId: till.locationId, actor: till.name }), PICK);
    return this.show(id);
  }

  @Post(':id/short')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ShortOutcomeSchema })
  @SerializeOptions({ schema: ShortOutcomeSchema })
  async short(@Param('id', { schema: Id }) id: string, @Body({ schema: ShortRequestSchema }) body: ShortRequest, @CurrentActor() till: DeviceActor): Promise<ShortOutcome> {
    return valueOf(await this.shorting.run({ ...body, id, locationId: till.locationId, actor: till }), SHORT);
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PickupSchema })
  @SerializeOptions({ schema: PickupSchema })
  async handOver(@Param('id', { schema: Id }) id: string, @Body({ schema: HandOverRequestSchema }) body: HandOverRequest, @CurrentActor() till: DeviceActor): Promise<Pickup> {
    valueOf(await this.handing.run({ ...body, id, locationId: till.locationId, actor: till }), HAND_OVER);
    return this.show(id);
  }

  private async show(id: string): Promise<Pickup> {
    const pickup = await this.pickups.one(id);
    if (!pickup) throw new Problem(404, 'not_found', 'There is no such pickup in this store.');
    return pickup;
  }
}
