import { Module } from '@nestjs/common';
import { OperationsController } from './accept-operations/operations.controller';
import { HeartbeatController } from './heartbeat/heartbeat.controller';
import { LookUpCodeController } from './look-up-code/look-up-code.controller';
import { LookUpCodeQuery } from './look-up-code/look-up-code.query';
import { PosSyncModule } from './pos-sync.module';
import { TillBootstrapQuery } from './read-till/till-bootstrap.query';
import { TillDataController } from './read-till/till-data.controller';
import { TillPriceBookQuery } from './read-till/till-price-book.query';
import { TillStockQuery } from './read-till/till-stock.query';
import { DiscrepanciesController } from './resolve-discrepancy/discrepancies.controller';
import { ResolveDiscrepancyUseCase } from './resolve-discrepancy/resolve-discrepancy.use-case';
import { SendReceiptController } from './send-receipt/send-receipt.controller';
import { HeldBookController } from './till-book/held-book.controller';
import { TillBookRepository } from './till-book/till-book.repository';
import { ChangesController } from './watch-changes/changes.controller';
import { StateWatcher } from './watch-changes/state-watcher';

@Module({
  imports: [PosSyncModule],
  controllers: [OperationsController, TillDataController, ChangesController, SendReceiptController, DiscrepanciesController, HeldBookController, HeartbeatController, LookUpCodeController],
  providers: [TillBootstrapQuery, TillPriceBookQuery, TillStockQuery, StateWatcher, ResolveDiscrepancyUseCase, TillBookRepository, LookUpCodeQuery],
})
export class PosSyncHttpModule {}
