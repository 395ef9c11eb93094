import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReceiptRequested, SendReceiptMail } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Problem, publish, Till, Transactions } from '@oneshelf/platform';
import * as z from 'zod';
import { TillSaleRepository } from '../till-sale.repository';

@ApiTags('till')
@Controller('pos/sales')
export class SendReceiptController {
  constructor(
    private readonly transactions: Transactions,
    private readonly sales: TillSaleRepository,
  ) {}

  /** Has the receipt of a sale that has arrived sent by e-mail. 404 until the sale itself is here. */
  @Post(':saleId/receipt-mail')
  @Till()
  @HttpCode(202)
  async send(@CurrentActor() device: DeviceActor, @Param('saleId', { schema: z.uuid() }) saleId: string, @Body({ schema: SendReceiptMail }) body: z.infer<typeof SendReceiptMail>): Promise<void> {
    if (!(await this.sales.isOfLocation(saleId, device.locationId))) throw new Problem(404, 'unknown_sale', 'This sale has not arrived at the server yet. No mail was sent; the till tries again.');
    await this.transactions.write((tx) => publish(tx, { type: ReceiptRequested, key: saleId, payload: { orderId: saleId, email: body.email.toLowerCase(), locale: body.locale } }));
  }
}
