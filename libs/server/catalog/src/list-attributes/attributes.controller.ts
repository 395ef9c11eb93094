import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AttributeValueList, AttributeValueQuery, ProductAttributeList } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import { AttributesQuery } from './attributes.query';

@ApiTags('catalog')
@Controller('product-attributes')
export class AttributesController {
  constructor(private readonly attributes: AttributesQuery) {}

  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: ProductAttributeList })
  @SerializeOptions({ schema: ProductAttributeList })
  names(): Promise<ProductAttributeList> {
    return this.attributes.names();
  }

  @Get('values')
  @Staff()
  @ApiResponse({ status: 200, standardSchema: AttributeValueList })
  @SerializeOptions({ schema: AttributeValueList })
  values(@Query({ schema: AttributeValueQuery }) query: AttributeValueQuery): Promise<AttributeValueList> {
    return this.attributes.values(query);
  }
}
