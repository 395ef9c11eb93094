import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type CustomerListPage, CustomerListPageSchema, type CustomerListQuery, CustomerListQuerySchema } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import { ListCustomers } from './list-customers.query';

@Staff()
@ApiTags('customers')
@Controller('customers')
export class CustomersController {
  constructor(private readonly customers: ListCustomers) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: CustomerListPageSchema })
  @SerializeOptions({ schema: CustomerListPageSchema })
  list(@Query({ schema: CustomerListQuerySchema }) query: CustomerListQuery): Promise<CustomerListPage> {
    return this.customers.run(query);
  }
}
