import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AvailabilityQuery } from './availability/availability.query';
import { BinPlaces } from './bins/bin-places.query';
import { BinRepository } from './bins/bin.repository';
import { PutBinsUseCase } from './bins/put-bins.use-case';
import { SetBinUseCase } from './bins/set-bin.use-case';
import { CorrectStockUseCase } from './corrections/correct-stock.use-case';
import { CorrectionRepository } from './corrections/correction.repository';
import { CorrectionsQuery } from './corrections/corrections.query';
import { DecideCorrectionUseCase } from './corrections/decide-correction.use-case';
import { PostCorrection } from './corrections/post-correction';
import { AskCountUseCase } from './counts/ask-count.use-case';
import { CloseCountUseCase } from './counts/close-count.use-case';
import { CountRepository } from './counts/count.repository';
import { CountsQuery } from './counts/counts.query';
import { PlanCountUseCase } from './counts/plan-count.use-case';
import { ProductsToCount } from './counts/products-to-count';
import { PostCountUseCase } from './counts/post-count.use-case';
import { TakeScansUseCase } from './counts/take-scans.use-case';
import { ExpectGoodsUseCase } from './expect-goods/expect-goods.use-case';
import { CheckStockFile } from './stock-sheet/check-stock-file';
import { LevelsCsv } from './stock-sheet/levels-csv';
import { StockSheetQuery } from './stock-sheet/stock-sheet.query';
import { SerialWords } from './serials/serial-words';
import { StockLedgerRepository } from './stock-ledger.repository';
import { MoveTransferUseCase } from './transfers/move-transfer.use-case';
import { ReceiveTransferUseCase } from './transfers/receive-transfer.use-case';
import { RequestTransferUseCase } from './transfers/request-transfer.use-case';
import { ShipTransferUseCase } from './transfers/ship-transfer.use-case';
import { TransferExpectation } from './transfers/transfer-expectation';
import { TransferPieces } from './transfers/transfer-pieces';
import { TransferRepository } from './transfers/transfer.repository';
import { TransfersQuery } from './transfers/transfers.query';
import { WaitingStockWork } from './waiting-stock-work.query';

const FACE = [
  TransfersQuery, RequestTransferUseCase, MoveTransferUseCase, ShipTransferUseCase, ReceiveTransferUseCase,
  CountsQuery, PlanCountUseCase, ProductsToCount, AskCountUseCase, TakeScansUseCase, CloseCountUseCase, PostCountUseCase,
  CorrectionsQuery, CorrectStockUseCase, DecideCorrectionUseCase, StockSheetQuery, LevelsCsv, CheckStockFile, WaitingStockWork,
  BinPlaces, PutBinsUseCase, SetBinUseCase,
];

/** Work on stock between and inside places: transfers, counts, corrections by hand. */
@Module({
  imports: [OrganisationModule, CatalogModule],
  providers: [StockLedgerRepository, BinRepository, AvailabilityQuery, CorrectionRepository, PostCorrection, ExpectGoodsUseCase, TransferRepository, TransferExpectation, TransferPieces, SerialWords, CountRepository, ...FACE],
  exports: FACE,
})
export class StockWorkModule {}
