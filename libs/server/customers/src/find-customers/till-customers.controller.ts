import { Body, Controller, Get, HttpCode, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AddedCustomer, AddTillCustomer, FindCustomersQuery, FoundCustomers } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Till } from '@oneshelf/platform';
import { AddCustomerUseCase } from '../add-customer/add-customer.use-case';
import { FindCustomers } from './find-customers.query';

@Till()
@ApiTags('till')
@Controller('pos/customers')
export class TillCustomersController {
  constructor(
    private readonly customers: FindCustomers,
    private readonly addCustomer: AddCustomerUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: FoundCustomers })
  @SerializeOptions({ schema: FoundCustomers })
  find(@Query({ schema: FindCustomersQuery }) { q }: FindCustomersQuery): Promise<FoundCustomers> {
    return this.customers.run(q);
  }

  @Post()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: AddedCustomer })
  @SerializeOptions({ schema: AddedCustomer })
  add(@CurrentActor() device: DeviceActor, @Body({ schema: AddTillCustomer }) body: AddTillCustomer): Promise<AddedCustomer> {
    return this.addCustomer.run(device, body, device.locationId);
  }
}
