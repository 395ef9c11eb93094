import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PriceBookQuery, TillBootstrap, TillCatalogue, TillStock, TillPriceBookAnswer, TillStockElsewhere } from '@oneshelf/contracts';
import { CONFIG, type Config, CurrentActor, type DeviceActor, Till } from '@oneshelf/platform';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { TillBootstrapQuery } from './till-bootstrap.query';
import { CatalogueForTill } from '@oneshelf/server-catalog';
import { packed } from './packed';
import { TillPriceBookQuery } from './till-price-book.query';
import { TillStockQuery } from './till-stock.query';

@ApiTags('till')
@Controller('pos')
export class TillDataController {
  constructor(
    private readonly bootstrap: TillBootstrapQuery,
    private readonly catalogue: CatalogueForTill,
    private readonly priceBook: TillPriceBookQuery,
    private readonly stock: TillStockQuery,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('bootstrap')
  @Till()
  @ApiResponse({ status: 200, standardSchema: TillBootstrap })
  async readBootstrap(@CurrentActor() device: DeviceActor): Promise<TillBootstrap> {
    return { ...(await this.bootstrap.run(device, new Date())), publicUrl: this.config.PUBLIC_URL };
  }

  @Get('catalogue')
  @Till()
  @ApiResponse({ status: 200, standardSchema: TillCatalogue })
  async readCatalogue(@Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<TillCatalogue | undefined> {
    const revision = await this.catalogue.revision();
    if (isKnown(reply, known, revision)) return undefined;
    return this.catalogue.run(revision);
  }

  @Get('price-book')
  @Till()
  @ApiResponse({ status: 200, standardSchema: TillPriceBookAnswer })
  async readPriceBook(@CurrentActor() device: DeviceActor, @Query({ schema: PriceBookQuery }) { since }: PriceBookQuery, @Headers() headers: { 'if-none-match'?: string; 'accept-encoding'?: string }, @Res({ passthrough: true }) reply: FastifyReply): Promise<TillPriceBookAnswer | Buffer | undefined> {
    const live = await this.priceBook.live(device);
    if (isKnown(reply, headers['if-none-match'], `${live.book.version}-${live.checksum}`)) return undefined;
    return packed(reply, await this.priceBook.since(device, since ?? null, live), headers['accept-encoding']);
  }

  @Get('stock')
  @Till()
  @ApiResponse({ status: 200, standardSchema: TillStock })
  readStock(@CurrentActor() device: DeviceActor): Promise<TillStock> {
    return this.stock.here(device.locationId, new Date());
  }

  @Get('stock/:variantId')
  @Till()
  @ApiResponse({ status: 200, standardSchema: TillStockElsewhere })
  readStockElsewhere(@CurrentActor() device: DeviceActor, @Param('variantId', { schema: z.uuid() }) variantId: string): Promise<TillStockElsewhere> {
    return this.stock.elsewhere(device.locationId, variantId);
  }
}

/** Sets the ETag; answers 304 when the till has this revision already. */
function isKnown(reply: FastifyReply, known: string | undefined, revision: string): boolean {
  const tag = `"${revision}"`;
  void reply.header('etag', tag).header('cache-control', 'no-cache');
  if (known !== tag) return false;
  void reply.status(304);
  return true;
}
