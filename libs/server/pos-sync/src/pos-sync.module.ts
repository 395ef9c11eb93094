import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { CustomersModule } from '@oneshelf/server-customers';
import { FulfilmentModule } from '@oneshelf/server-fulfilment';
import { IdentityModule } from '@oneshelf/server-identity';
import { InventoryModule } from '@oneshelf/server-inventory';
import { StockWorkModule } from '@oneshelf/server-inventory/work';
import { OrdersModule } from '@oneshelf/server-orders';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PaymentsModule } from '@oneshelf/server-payments';
import { PricingModule } from '@oneshelf/server-pricing';
import { ReturnsModule } from '@oneshelf/server-returns';
import { AcceptOperationsUseCase } from './accept-operations/accept-operations.use-case';
import { AcceptSaleUseCase } from './accept-sale/accept-sale.use-case';
import { CheckSale } from './accept-sale/check-sale';
import { HandActs } from './accept-sale/hand-acts';
import { SaleBuyer } from './accept-sale/sale-buyer';
import { SalePosting } from './accept-sale/sale-posting';
import { DeviceOperationRepository } from './device-operation.repository';
import { RunShiftUseCase } from './run-shift/run-shift.use-case';
import { ShiftReportQuery } from './run-shift/shift-report.query';
import { ShiftRepository } from './shift.repository';
import { TillSaleRepository } from './till-sale.repository';

const engines = [CatalogModule, CustomersModule, FulfilmentModule, IdentityModule, InventoryModule, OrdersModule, OrganisationModule, PaymentsModule, PricingModule, ReturnsModule, StockWorkModule];

@Module({
  imports: engines,
  providers: [DeviceOperationRepository, ShiftRepository, TillSaleRepository, SalePosting, HandActs, SaleBuyer, CheckSale, AcceptSaleUseCase, ShiftReportQuery, RunShiftUseCase, AcceptOperationsUseCase],
  exports: [DeviceOperationRepository, ShiftRepository, TillSaleRepository, AcceptOperationsUseCase, ...engines],
})
export class PosSyncModule {}
