import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReceiveTransferRequest, ShipTransferRequest, TillTransfersAnswer } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Till, valueOf } from '@oneshelf/platform';
import { requiredKey } from '../required-key';
import { ReceiveTransferUseCase } from './receive-transfer.use-case';
import { ShipTransferUseCase } from './ship-transfer.use-case';
import { RECEIVE_STATUSES, SHIP_STATUSES } from './transfer-statuses';
import { TransfersQuery } from './transfers.query';

/** Sending and receiving by scanning, at the till of the place. */
@Till()
@ApiTags('till')
@Controller('pos/transfers')
export class TillTransfersController {
  constructor(
    private readonly transfers: TransfersQuery,
    private readonly shipping: ShipTransferUseCase,
    private readonly receiving: ReceiveTransferUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: TillTransfersAnswer })
  @SerializeOptions({ schema: TillTransfersAnswer })
  list(@CurrentActor() till: DeviceActor): Promise<TillTransfersAnswer> {
    return this.transfers.openAt(till.locationId);
  }

  @Post(':id/ship')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: TillTransfersAnswer })
  @SerializeOptions({ schema: TillTransfersAnswer })
  async ship(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() till: DeviceActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: ShipTransferRequest }) request: ShipTransferRequest): Promise<TillTransfersAnswer> {
    valueOf(await this.shipping.run({ id, actor: till, key: requiredKey(key), request }), SHIP_STATUSES);
    return this.list(till);
  }

  @Post(':id/receipts')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: TillTransfersAnswer })
  @SerializeOptions({ schema: TillTransfersAnswer })
  async receive(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() till: DeviceActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: ReceiveTransferRequest }) request: ReceiveTransferRequest): Promise<TillTransfersAnswer> {
    valueOf(await this.receiving.run({ id, actor: till, key: requiredKey(key), request }), RECEIVE_STATUSES);
    return this.list(till);
  }
}
