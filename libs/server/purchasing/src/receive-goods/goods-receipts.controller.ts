import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AddLandedCost, GoodsReceived, PurchaseOrderDetail, ReceiveGoods } from '@oneshelf/contracts';
import { CurrentActor, hasRole, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { AddLandedCostUseCase, type LandedCostRefusal } from '../landed-cost/add-landed-cost.use-case';
import { SeenOrders } from '../show-orders/seen-orders';
import { RECEIVE } from './receive-statuses';
import { ReceiveGoodsUseCase } from './receive-goods.use-case';

const LAND = { unknown_receipt: 404, not_allowed_here: 403, landed_cost_exists: 409, no_basis: 422 } satisfies Record<LandedCostRefusal['kind'], number>;
const Id = z.uuid();

/** Receiving at the office: by operations, or by the manager of the store. */
@ApiTags('purchasing')
@Controller()
@Staff('operations', 'store_manager')
export class GoodsReceiptsController {
  constructor(
    private readonly receiving: ReceiveGoodsUseCase,
    private readonly landing: AddLandedCostUseCase,
    private readonly seen: SeenOrders,
  ) {}

  @Post('purchase-orders/:id/receipts')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: GoodsReceived })
  @SerializeOptions({ schema: GoodsReceived })
  async receive(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) orderId: string, @Body({ schema: ReceiveGoods }) goods: ReceiveGoods): Promise<GoodsReceived> {
    const isAllowedAt = (locationId: string): boolean => hasRole(actor, ['operations', 'store_manager'], locationId);
    const { applied } = valueOf(await this.receiving.run({ orderId, goods, actor, receivedBy: actor.name, deviceId: null, source: 'office', mayDecide: true, isAllowedAt, now: new Date() }), RECEIVE);
    return { receiptId: goods.receiptId, applied, order: await this.seen.one(actor, orderId) };
  }

  @Post('goods-receipts/:id/landed-costs')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PurchaseOrderDetail })
  @SerializeOptions({ schema: PurchaseOrderDetail })
  async land(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Body({ schema: AddLandedCost }) body: AddLandedCost): Promise<PurchaseOrderDetail> {
    const { orderId } = valueOf(await this.landing.run(actor, id, body), LAND);
    return this.seen.one(actor, orderId);
  }
}
