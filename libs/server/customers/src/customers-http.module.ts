import { Module } from '@nestjs/common';
import { CustomersModule } from './customers.module';
import { CustomersController } from './list-customers/customers.controller';

@Module({ imports: [CustomersModule], controllers: [CustomersController] })
export class CustomersHttpModule {}
