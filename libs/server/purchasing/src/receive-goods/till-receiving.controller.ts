import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { TillGoodsReceived, TillPurchaseOrders, TillReceiveGoods } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Problem, Till, valueOf } from '@oneshelf/platform';
import { TillPeople } from '@oneshelf/server-identity';
import * as z from 'zod';
import { OrderPlaces } from '../edit-order/order-places';
import { TillOrdersQuery } from '../show-orders/till-orders.query';
import { RECEIVE } from './receive-statuses';
import { ReceiveGoodsUseCase } from './receive-goods.use-case';

/** Receiving at the till, by whoever is at it: what goods cost is not shown there. */
@ApiTags('till')
@Controller('pos/purchase-orders')
@Till()
export class TillReceivingController {
  constructor(
    private readonly receiving: ReceiveGoodsUseCase,
    private readonly orders: TillOrdersQuery,
    private readonly people: TillPeople,
    private readonly places: OrderPlaces,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: TillPurchaseOrders })
  @SerializeOptions({ schema: TillPurchaseOrders })
  async list(@CurrentActor() till: DeviceActor): Promise<TillPurchaseOrders> {
    return { items: await this.orders.at(till.locationId, { today: await this.places.todayAt(till.locationId, new Date()) }) };
  }

  @Post(':id/receipts')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TillGoodsReceived })
  @SerializeOptions({ schema: TillGoodsReceived })
  async receive(@CurrentActor() till: DeviceActor, @Param('id', { schema: z.uuid() }) orderId: string, @Body({ schema: TillReceiveGoods }) { staffId, ...goods }: TillReceiveGoods): Promise<TillGoodsReceived> {
    const { staff } = await this.people.atLocation(till.locationId);
    const person = staff.find(({ id }) => id === staffId);
    if (!person) throw new Problem(403, 'unknown_person', 'Who receives does not stand at the tills of this store. Nothing was received. Sign in again.');
    const mayDecide = person.roles.some((role) => role === 'store_manager' || role === 'operations' || role === 'admin');
    const { applied } = valueOf(await this.receiving.run({ orderId, goods, actor: till, receivedBy: person.name, deviceId: till.id, source: 'till', mayDecide, isAllowedAt: (locationId) => locationId === till.locationId, now: new Date() }), RECEIVE);
    const [order = null] = await this.orders.at(till.locationId, { today: await this.places.todayAt(till.locationId, new Date()), orderId });
    return { receiptId: goods.receiptId, applied, order };
  }
}
