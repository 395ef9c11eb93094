export { CustomerDirectory } from './customer-directory.query';
export { FindCustomers } from './find-customers/find-customers.query';
export { CustomersHttpModule } from './customers-http.module';
export { CustomersModule } from './customers.module';
export { FindOrCreateCustomerUseCase } from './find-or-create-customer/find-or-create-customer.use-case';
