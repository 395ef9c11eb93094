export { AcceptOperationsUseCase } from './accept-operations/accept-operations.use-case';
export { PosSyncHttpModule } from './pos-sync-http.module';
export { PosSyncModule } from './pos-sync.module';
export { TillSaleRepository } from './till-sale.repository';
