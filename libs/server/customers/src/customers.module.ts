import { Module } from '@nestjs/common';
import { FindOrCreateCustomerUseCase } from './find-or-create-customer/find-or-create-customer.use-case';
import { ListCustomers } from './list-customers/list-customers.query';

@Module({ providers: [FindOrCreateCustomerUseCase, ListCustomers], exports: [FindOrCreateCustomerUseCase, ListCustomers] })
export class CustomersModule {}
