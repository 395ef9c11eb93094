import { Module } from '@nestjs/common';
import { CustomerDirectory } from './customer-directory.query';
import { FindCustomers } from './find-customers/find-customers.query';
import { FindOrCreateCustomerUseCase } from './find-or-create-customer/find-or-create-customer.use-case';
import { ListCustomers } from './list-customers/list-customers.query';

const known = [CustomerDirectory, FindCustomers, FindOrCreateCustomerUseCase, ListCustomers];

@Module({ providers: known, exports: known })
export class CustomersModule {}
