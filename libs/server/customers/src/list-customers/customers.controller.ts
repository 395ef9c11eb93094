import { Body, Controller, Get, Param, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type CustomerListPage, CustomerListPageSchema, type CustomerListQuery, CustomerListQuerySchema, SetCustomerGroups, TillCustomer } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type SetCustomerGroupsRefusal, SetCustomerGroupsUseCase } from '../set-customer-groups/set-customer-groups.use-case';
import { ListCustomers } from './list-customers.query';

const STATUSES = { not_found: 404 } satisfies Record<SetCustomerGroupsRefusal['kind'], number>;

@Staff()
@ApiTags('customers')
@Controller('customers')
export class CustomersController {
  constructor(
    private readonly customers: ListCustomers,
    private readonly setGroups: SetCustomerGroupsUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: CustomerListPageSchema })
  @SerializeOptions({ schema: CustomerListPageSchema })
  list(@Query({ schema: CustomerListQuerySchema }) query: CustomerListQuery): Promise<CustomerListPage> {
    return this.customers.run(query);
  }

  @Put(':id/groups')
  @Staff('merchandiser', 'operations')
  @ApiResponse({ status: 200, standardSchema: TillCustomer })
  @SerializeOptions({ schema: TillCustomer })
  async groups(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: SetCustomerGroups }) body: SetCustomerGroups): Promise<TillCustomer> {
    return valueOf(await this.setGroups.run(actor, id, body.groups), STATUSES);
  }
}
