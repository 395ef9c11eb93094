import { Body, Controller, Get, HttpCode, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type CancelOrderRequest, CancelOrderRequestSchema, type OrderDetail, OrderDetailSchema, type OrderListPage, OrderListPageSchema, type OrderListQuery, OrderListQuerySchema } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type CancelOrderRefusal, CancelOrderUseCase } from './cancel-order/cancel-order.use-case';
import { ListOrders } from './list-orders/list-orders.query';
import { ShowOrder } from './show-order/show-order.query';

const CANCEL = { not_found: 404, already_cancelled: 409, already_fulfilled: 409 } satisfies Record<CancelOrderRefusal['kind'], number>;
const Id = z.uuid();

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly listing: ListOrders,
    private readonly showing: ShowOrder,
    private readonly cancelling: CancelOrderUseCase,
  ) {}

  @Staff()
  @Get()
  @ApiResponse({ status: 200, standardSchema: OrderListPageSchema })
  @SerializeOptions({ schema: OrderListPageSchema })
  list(@Query({ schema: OrderListQuerySchema }) query: OrderListQuery): Promise<OrderListPage> {
    return this.listing.run(query);
  }

  @Staff()
  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: OrderDetailSchema })
  @SerializeOptions({ schema: OrderDetailSchema })
  async show(@Param('id', { schema: Id }) id: string): Promise<OrderDetail> {
    const order = await this.showing.run(id);
    if (!order) throw new Problem(404, 'not_found', 'There is no such order.');
    return order;
  }

  @Staff('operations')
  @Post(':id/cancel')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: OrderDetailSchema })
  @SerializeOptions({ schema: OrderDetailSchema })
  async cancel(@Param('id', { schema: Id }) id: string, @Body({ schema: CancelOrderRequestSchema }) body: CancelOrderRequest, @CurrentActor() staff: StaffActor): Promise<OrderDetail> {
    valueOf(await this.cancelling.run({ orderId: id, reason: body.reason, actor: staff }), CANCEL);
    return this.show(id);
  }
}
