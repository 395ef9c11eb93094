import { Body, Controller, Get, HttpCode, Inject, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AddedCustomer, AddTillCustomer, FindCustomersQuery, FoundCustomers } from '@oneshelf/contracts';
import { CurrentActor, type Database, DATABASE, type DeviceActor, takeHit, Till } from '@oneshelf/platform';
import { AddCustomerUseCase } from '../add-customer/add-customer.use-case';
import { FindCustomers } from './find-customers.query';

@Till()
@ApiTags('till')
@Controller('pos/customers')
export class TillCustomersController {
  constructor(
    private readonly customers: FindCustomers,
    private readonly addCustomer: AddCustomerUseCase,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Limited, so that a till that was stolen does not read out all customers. */
  @Get()
  @ApiResponse({ status: 200, standardSchema: FoundCustomers })
  @SerializeOptions({ schema: FoundCustomers })
  async find(@CurrentActor() device: DeviceActor, @Query({ schema: FindCustomersQuery }) { q }: FindCustomersQuery): Promise<FoundCustomers> {
    await takeHit(this.database, { key: `find-customers:${device.id}`, limit: 120, windowSeconds: 60 });
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
