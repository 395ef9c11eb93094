import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProductDetail, ProductList, ProductListQuery } from '@oneshelf/contracts';
import { Problem, Staff } from '@oneshelf/platform';
import * as z from 'zod';
import { ShowProductQuery } from '../show-product/show-product.query';
import { ListProductsQuery } from './list-products.query';

@ApiTags('catalogue')
@Controller('products')
export class ProductsController {
  constructor(
    private readonly listProducts: ListProductsQuery,
    private readonly showProduct: ShowProductQuery,
  ) {}

  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: ProductList })
  @SerializeOptions({ schema: ProductList })
  list(@Query({ schema: ProductListQuery }) query: ProductListQuery): Promise<ProductList> {
    return this.listProducts.run(query);
  }

  @Get(':id')
  @Staff()
  @ApiResponse({ status: 200, standardSchema: ProductDetail })
  @SerializeOptions({ schema: ProductDetail })
  async show(@Param('id', { schema: z.uuid() }) id: string): Promise<ProductDetail> {
    const product = await this.showProduct.run(id);
    if (!product) throw new Problem(404, 'product_not_found', 'There is no such product.');
    return product;
  }
}
