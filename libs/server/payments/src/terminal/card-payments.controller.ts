import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type CardPaymentStatus, CardPaymentStatusSchema, type StartCardPayment, StartCardPaymentSchema } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Till, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type CardPaymentRefusal, CardPaymentsUseCase, type StartCardPaymentRefusal } from './card-payments.use-case';

const START = { reader_missing: 409, reader_busy: 409, reader_offline: 409, payment_mismatch: 409, provider_unavailable: 503 } satisfies Record<StartCardPaymentRefusal['kind'], number>;
const FOLLOW = { not_found: 404, provider_unavailable: 503 } satisfies Record<CardPaymentRefusal['kind'], number>;
const Id = z.uuid();

@Till()
@ApiTags('till')
@Controller('pos/card-payments')
@SerializeOptions({ schema: CardPaymentStatusSchema })
export class CardPaymentsController {
  constructor(private readonly cards: CardPaymentsUseCase) {}

  @Post()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CardPaymentStatusSchema })
  async start(@Body({ schema: StartCardPaymentSchema }) body: StartCardPayment, @CurrentActor() till: DeviceActor): Promise<CardPaymentStatus> {
    return valueOf(await this.cards.start(till.registerId, body), START);
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: CardPaymentStatusSchema })
  async status(@Param('id', { schema: Id }) id: string, @CurrentActor() till: DeviceActor): Promise<CardPaymentStatus> {
    return valueOf(await this.cards.status(till.registerId, id), FOLLOW);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CardPaymentStatusSchema })
  async cancel(@Param('id', { schema: Id }) id: string, @CurrentActor() till: DeviceActor): Promise<CardPaymentStatus> {
    return valueOf(await this.cards.cancel(till.registerId, id), FOLLOW);
  }
}
