import { Module } from '@nestjs/common';
import { CustomerDirectory } from './customer-directory.query';
import { FindOrCreateCustomerUseCase } from './find-or-create-customer/find-or-create-customer.use-case';
import { ListCustomers } from './list-customers/list-customers.query';

@Module({ providers: [CustomerDirectory, FindOrCreateCustomerUseCase, ListCustomers], exports: [CustomerDirectory, FindOrCreateCustomerUseCase, ListCustomers] })
export class CustomersModule {}
