export { AcceptOperationsUseCase } from './accept-operations/accept-operations.use-case';
export { OpenDiscrepancies } from './resolve-discrepancy/open-discrepancies.query';
export { PosSyncHttpModule } from './pos-sync-http.module';
export { PosSyncModule } from './pos-sync.module';
export { PosSyncReportsModule } from './pos-sync-reports.module';
export { ShiftsOfDay } from './shifts-of-day/shifts-of-day.query';
export { type HeldBook, TillBookRepository } from './till-book/till-book.repository';
export { TillHealth } from './till-health/till-health.query';
export { TillSaleRepository } from './till-sale.repository';
