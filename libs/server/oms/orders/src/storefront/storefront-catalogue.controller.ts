import { Controller, Get, Param, Query, SerializeOptions, UseGuards } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type StorefrontAvailability, StorefrontAvailabilityQuerySchema, StorefrontAvailabilitySchema, type StorefrontCollections, StorefrontCollectionsSchema, type StorefrontProduct, type StorefrontProductPage, StorefrontProductPageSchema, StorefrontProductSchema,
  type StorefrontProductsQuery, StorefrontProductsQuerySchema, type StorefrontShippingMethods, StorefrontShippingMethodsSchema, type StorefrontStores, StorefrontStoresSchema,
} from '@oneshelf/contracts';
import { CurrentActor, Problem, Storefront, type StorefrontActor } from '@oneshelf/platform';
import { StorefrontCatalogue } from './storefront-catalogue.query';
import { StorefrontReadsGuard } from './storefront-reads.guard';

@Storefront()
@UseGuards(StorefrontReadsGuard)
@ApiTags('storefront')
@Controller('storefront')
export class StorefrontCatalogueController {
  constructor(private readonly catalogue: StorefrontCatalogue) {}

  @Get('products')
  @ApiResponse({ status: 200, standardSchema: StorefrontProductPageSchema })
  @SerializeOptions({ schema: StorefrontProductPageSchema })
  products(@Query({ schema: StorefrontProductsQuerySchema }) query: StorefrontProductsQuery, @CurrentActor() key: StorefrontActor): Promise<StorefrontProductPage> {
    return this.catalogue.page(key.channelCode, query);
  }

  @Get('products/:handle')
  @ApiResponse({ status: 200, standardSchema: StorefrontProductSchema })
  @SerializeOptions({ schema: StorefrontProductSchema })
  async product(@Param('handle') handle: string, @CurrentActor() key: StorefrontActor): Promise<StorefrontProduct> {
    const product = await this.catalogue.product(key.channelCode, handle);
    if (!product) throw new Problem(404, 'not_found', 'There is no such product.');
    return product;
  }

  @Get('collections')
  @ApiResponse({ status: 200, standardSchema: StorefrontCollectionsSchema })
  @SerializeOptions({ schema: StorefrontCollectionsSchema })
  collections(): Promise<StorefrontCollections> {
    return this.catalogue.collections();
  }

  @Get('availability')
  @ApiResponse({ status: 200, standardSchema: StorefrontAvailabilitySchema })
  @SerializeOptions({ schema: StorefrontAvailabilitySchema })
  availability(@Query({ schema: StorefrontAvailabilityQuerySchema }) { variantIds }: { variantIds: string[] }, @CurrentActor() key: StorefrontActor): Promise<StorefrontAvailability> {
    return this.catalogue.stock(key.channelCode, variantIds);
  }

  @Get('shipping-methods')
  @ApiResponse({ status: 200, standardSchema: StorefrontShippingMethodsSchema })
  @SerializeOptions({ schema: StorefrontShippingMethodsSchema })
  shippingMethods(@CurrentActor() key: StorefrontActor): Promise<StorefrontShippingMethods> {
    return this.catalogue.shippingMethods(key.channelCode);
  }

  @Get('stores')
  @ApiResponse({ status: 200, standardSchema: StorefrontStoresSchema })
  @SerializeOptions({ schema: StorefrontStoresSchema })
  stores(@CurrentActor() key: StorefrontActor): Promise<StorefrontStores> {
    return this.catalogue.stores(key.channelCode);
  }
}
