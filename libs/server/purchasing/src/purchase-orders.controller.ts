import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { OrderRowsRead, PurchaseOrderDetail, PurchaseOrderListPage, PurchaseOrderListQuery, PurchaseOrderSeen, PutPurchaseOrder, ReadOrderRows } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type PutOrderRefusal, PutPurchaseOrderUseCase } from './edit-order/put-purchase-order.use-case';
import { ReadOrderRowsQuery } from './edit-order/read-order-rows.query';
import { type MoveOrderRefusal, MoveOrderUseCase } from './move-order/move-order.use-case';
import { SeenOrders } from './show-orders/seen-orders';

const PUT = {
  bundle_has_no_stock: 409, order_changed: 409, unknown_supplier: 404, supplier_inactive: 422, unknown_location: 404, not_allowed_here: 403, fixed_once_sent: 409, rate_required: 422, no_lines: 422, unknown_variant: 422, line_twice: 422, below_received: 422, order_not_open: 409,
} satisfies Record<PutOrderRefusal['kind'], number>;
const MOVE = { bundle_has_no_stock: 409, order_changed: 409, unknown_order: 404, not_allowed_here: 403, transition_refused: 409, order_problems: 422 } satisfies Record<MoveOrderRefusal['kind'], number>;
const Id = z.uuid();
const Act = z.enum(['send', 'cancel', 'close']);

/** Orders to suppliers. Who sees them may see what goods cost; who changes them must hold at their location. */
@ApiTags('purchasing')
@Controller('purchase-orders')
@Staff('operations', 'store_manager', 'merchandiser', 'finance')
export class PurchaseOrdersController {
  constructor(
    private readonly seen: SeenOrders,
    private readonly putting: PutPurchaseOrderUseCase,
    private readonly moving: MoveOrderUseCase,
    private readonly rows: ReadOrderRowsQuery,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: PurchaseOrderListPage })
  @SerializeOptions({ schema: PurchaseOrderListPage })
  list(@CurrentActor() actor: StaffActor, @Query({ schema: PurchaseOrderListQuery }) query: PurchaseOrderListQuery): Promise<PurchaseOrderListPage> {
    return this.seen.list(actor, query);
  }

  /** What rows of a spreadsheet are at a supplier; nothing is saved. */
  @Post('rows')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: OrderRowsRead })
  @SerializeOptions({ schema: OrderRowsRead })
  async read(@Body({ schema: ReadOrderRows }) body: ReadOrderRows): Promise<OrderRowsRead> {
    const read = await this.rows.run(body);
    if (!read) throw new Problem(404, 'unknown_supplier', 'There is no supplier with this id.');
    return read;
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: PurchaseOrderDetail })
  @SerializeOptions({ schema: PurchaseOrderDetail })
  one(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string): Promise<PurchaseOrderDetail> {
    return this.seen.one(actor, id);
  }

  @Put(':id')
  @Staff('operations', 'store_manager')
  @ApiResponse({ status: 200, standardSchema: PurchaseOrderDetail })
  @SerializeOptions({ schema: PurchaseOrderDetail })
  async put(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Body({ schema: PutPurchaseOrder }) body: PutPurchaseOrder): Promise<PurchaseOrderDetail> {
    valueOf(await this.putting.run(actor, id, body), PUT);
    return this.seen.one(actor, id);
  }

  /** send, cancel, or close: what is still open will not come. */
  @Post(':id/:act')
  @Staff('operations', 'store_manager')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PurchaseOrderDetail })
  @SerializeOptions({ schema: PurchaseOrderDetail })
  async move(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Param('act', { schema: Act }) act: z.infer<typeof Act>, @Body({ schema: PurchaseOrderSeen }) { version }: PurchaseOrderSeen): Promise<PurchaseOrderDetail> {
    valueOf(await this.moving.run(actor, { id, version, act, now: new Date() }), MOVE);
    return this.seen.one(actor, id);
  }
}
