import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { ExpectGoodsUseCase } from './expect-goods/expect-goods.use-case';
import { StockLedgerRepository } from './stock-ledger.repository';
import { MoveTransferUseCase } from './transfers/move-transfer.use-case';
import { ReceiveTransferUseCase } from './transfers/receive-transfer.use-case';
import { RequestTransferUseCase } from './transfers/request-transfer.use-case';
import { ShipTransferUseCase } from './transfers/ship-transfer.use-case';
import { TransferExpectation } from './transfers/transfer-expectation';
import { TransferRepository } from './transfers/transfer.repository';
import { TransfersQuery } from './transfers/transfers.query';

const FACE = [TransfersQuery, RequestTransferUseCase, MoveTransferUseCase, ShipTransferUseCase, ReceiveTransferUseCase];

/** Work on stock between and inside places: transfers, counts, corrections by hand. */
@Module({
  imports: [OrganisationModule, CatalogModule],
  providers: [StockLedgerRepository, ExpectGoodsUseCase, TransferRepository, TransferExpectation, ...FACE],
  exports: FACE,
})
export class StockWorkModule {}
