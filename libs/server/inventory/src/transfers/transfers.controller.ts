import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReceiveTransferRequest, RequestTransferRequest, ShipTransferRequest, TransferAnswer, TransferListAnswer, TransferListQuery } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { requiredKey } from '../required-key';
import { MoveTransferUseCase } from './move-transfer.use-case';
import { ReceiveTransferUseCase } from './receive-transfer.use-case';
import { RequestTransferUseCase } from './request-transfer.use-case';
import { ShipTransferUseCase } from './ship-transfer.use-case';
import { MOVE_STATUSES, RECEIVE_STATUSES, REQUEST_STATUSES, SHIP_STATUSES } from './transfer-statuses';
import { TransfersQuery } from './transfers.query';

@ApiTags('stock')
@Controller('stock/transfers')
@Staff('operations', 'store_manager', 'associate')
export class TransfersController {
  constructor(
    private readonly transfers: TransfersQuery,
    private readonly requesting: RequestTransferUseCase,
    private readonly moving: MoveTransferUseCase,
    private readonly shipping: ShipTransferUseCase,
    private readonly receiving: ReceiveTransferUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: TransferListAnswer })
  @SerializeOptions({ schema: TransferListAnswer })
  list(@Query({ schema: TransferListQuery }) query: TransferListQuery): Promise<TransferListAnswer> {
    return this.transfers.list(query);
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: TransferAnswer })
  @SerializeOptions({ schema: TransferAnswer })
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<TransferAnswer> {
    const transfer = await this.transfers.one(id);
    if (!transfer) throw new Problem(404, 'not_found', 'There is no transfer with this id.');
    return transfer;
  }

  /** Asks for goods from another place. With `approve` it is ready to be shipped at once. */
  @Post()
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: TransferAnswer })
  @SerializeOptions({ schema: TransferAnswer })
  async request(@CurrentActor() actor: StaffActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: RequestTransferRequest }) body: RequestTransferRequest): Promise<TransferAnswer> {
    const { transferId } = valueOf(await this.requesting.run(actor, requiredKey(key), body), REQUEST_STATUSES);
    return this.show(transferId);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TransferAnswer })
  @SerializeOptions({ schema: TransferAnswer })
  async approve(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor): Promise<TransferAnswer> {
    valueOf(await this.moving.approve({ id, actor }), MOVE_STATUSES);
    return this.show(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TransferAnswer })
  @SerializeOptions({ schema: TransferAnswer })
  async cancel(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor): Promise<TransferAnswer> {
    valueOf(await this.moving.cancel({ id, actor }), MOVE_STATUSES);
    return this.show(id);
  }

  @Post(':id/difference-seen')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TransferAnswer })
  @SerializeOptions({ schema: TransferAnswer })
  async differenceSeen(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor): Promise<TransferAnswer> {
    valueOf(await this.moving.seeDifference({ id, actor }), MOVE_STATUSES);
    return this.show(id);
  }

  @Post(':id/ship')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: TransferAnswer })
  @SerializeOptions({ schema: TransferAnswer })
  async ship(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: ShipTransferRequest }) request: ShipTransferRequest): Promise<TransferAnswer> {
    valueOf(await this.shipping.run({ id, actor, key: requiredKey(key), request }), SHIP_STATUSES);
    return this.show(id);
  }

  @Post(':id/receipts')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, standardSchema: TransferAnswer })
  @SerializeOptions({ schema: TransferAnswer })
  async receive(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: StaffActor, @Headers('idempotency-key') key: string | undefined, @Body({ schema: ReceiveTransferRequest }) request: ReceiveTransferRequest): Promise<TransferAnswer> {
    valueOf(await this.receiving.run({ id, actor, key: requiredKey(key), request }), RECEIVE_STATUSES);
    return this.show(id);
  }
}
