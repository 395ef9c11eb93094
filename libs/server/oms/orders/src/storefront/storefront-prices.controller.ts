import { Controller, Get, Headers, Ip, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { StorefrontPricesQuerySchema, StorefrontPricesSchema } from '@oneshelf/contracts';
import { CurrentActor, Problem, Storefront, type StorefrontActor } from '@oneshelf/platform';
import type { FastifyReply } from 'fastify';
import { HitsInProcess } from './hits-in-process';
import { StorefrontPrices } from './storefront-prices.query';

/** Of one address with one key, in each process: counting together would cost more than the answer. */
const READS = { limit: 6000, windowMs: 60_000 };
const MAX_AGE_SECONDS = 1;

@Storefront()
@ApiTags('storefront')
@Controller('storefront')
export class StorefrontPricesController {
  private readonly hits = new HitsInProcess(READS);

  constructor(private readonly prices: StorefrontPrices) {}

  /** Prices of up to 100 variants, from memory. The ETag names book version and turn; unchanged prices answer 304. */
  @Get('prices')
  @ApiResponse({ status: 200, standardSchema: StorefrontPricesSchema })
  async read(@Query({ schema: StorefrontPricesQuerySchema }) { variantIds }: { variantIds: string }, @CurrentActor() key: StorefrontActor, @Headers('if-none-match') known: string | undefined, @Ip() ip: string, @Res() reply: FastifyReply): Promise<void> {
    const at = new Date();
    const waitSeconds = this.hits.take(`${key.id}:${ip}`, at.getTime());
    if (waitSeconds > 0) throw new Problem(429, 'too_many_requests', `Too many tries. Wait ${waitSeconds} seconds and try again.`, { retryAfterSeconds: waitSeconds });
    const answer = await this.prices.run(key.channelCode, variantIds, at);
    const freshSeconds = answer.until === null ? MAX_AGE_SECONDS : Math.max(0, Math.min(MAX_AGE_SECONDS, Math.floor((answer.until - at.getTime()) / 1000)));
    void reply.header('etag', answer.etag).header('cache-control', `public, max-age=${freshSeconds}`).header('vary', 'x-oneshelf-key');
    if (known !== undefined && known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === answer.etag)) return void reply.status(304).send();
    const body = await answer.body();
    void reply.type('application/json; charset=utf-8').send(body);
  }
}
