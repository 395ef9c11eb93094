import { Module } from '@nestjs/common';
import { AddCustomerUseCase } from './add-customer/add-customer.use-case';
import { CustomersModule } from './customers.module';
import { TillCustomersController } from './find-customers/till-customers.controller';
import { CustomersController } from './list-customers/customers.controller';
import { SetCustomerGroupsUseCase } from './set-customer-groups/set-customer-groups.use-case';

@Module({ imports: [CustomersModule], controllers: [CustomersController, TillCustomersController], providers: [AddCustomerUseCase, SetCustomerGroupsUseCase] })
export class CustomersHttpModule {}
