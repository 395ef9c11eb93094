import { Controller, Get, Header, Inject, Ip, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ReceiptPage, type ReceiptPageQuery, ReceiptPageQuerySchema, ReceiptPageSchema } from '@oneshelf/contracts';
import { type Database, DATABASE, Problem, Public, takeHit } from '@oneshelf/platform';
import { ShowReceipt } from './show-receipt.query';

/** Receipts of one address in a minute: a person looks at a few, who guesses tokens needs all there are. */
const LOOKS = { limit: 60, windowSeconds: 60 };
const TOKEN = /^[A-Za-z0-9_-]{24}$/;

@Public()
@ApiTags('receipts')
@Controller('receipts')
export class ReceiptsController {
  constructor(
    private readonly showing: ShowReceipt,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** The receipt behind a link that stands on it as a QR code. */
  @Get(':token')
  @Header('cache-control', 'private, no-store')
  @ApiResponse({ status: 200, standardSchema: ReceiptPageSchema })
  @SerializeOptions({ schema: ReceiptPageSchema })
  async show(@Param('token') token: string, @Query({ schema: ReceiptPageQuerySchema }) { locale }: ReceiptPageQuery, @Ip() ip: string): Promise<ReceiptPage> {
    await takeHit(this.database, { key: `receipt:${ip}`, ...LOOKS });
    const receipt = TOKEN.test(token) ? await this.showing.run(token, locale) : null;
    if (!receipt) throw new Problem(404, 'receipt_not_found', 'There is no receipt behind this link. A till that was offline sends its sales later; check the link, or try again then.');
    return receipt;
  }
}
