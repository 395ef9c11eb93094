import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReceiptRequested, SendReceiptMail } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Problem, publish, Till, Transactions } from '@oneshelf/platform';
import { OrderQuery } from '@oneshelf/server-orders';
import * as z from 'zod';
import { TillSaleRepository } from '../till-sale.repository';

@ApiTags('till')
@Controller('pos/sales')
export class SendReceiptController {
  constructor(
    private readonly transactions: Transactions,
    private readonly sales: TillSaleRepository,
    private readonly orders: OrderQuery,
  ) {}

  /** Has the receipt of a sale that has arrived sent by e-mail. 404 until the sale itself is here. */
  @Post(':saleId/receipt-mail')
  @Till()
  @HttpCode(202)
  async send(@CurrentActor() device: DeviceActor, @Param('saleId', { schema: z.uuid() }) saleId: string, @Body({ schema: SendReceiptMail }) body: z.infer<typeof SendReceiptMail>): Promise<void> {
    const hash = await this.sales.hashOf(saleId, device.locationId);
    if (hash === null) throw new Problem(404, 'unknown_sale', 'This sale has not arrived at the server yet. No mail was sent; the till tries again.');
    await this.transactions.write((tx) => publish(tx, { type: ReceiptRequested, key: saleId, payload: { orderId: saleId, email: body.email.toLowerCase(), locale: body.locale, receiptToken: this.orders.receiptTokenOf(saleId, hash) ?? undefined } }));
  }
}
