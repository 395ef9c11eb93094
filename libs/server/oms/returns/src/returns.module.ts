import { Module } from '@nestjs/common';
import { InventoryModule } from '@oneshelf/server-inventory';
import { OrdersModule } from '@oneshelf/server-orders';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PaymentsModule } from '@oneshelf/server-payments';
import { ReturnableQuery } from './find-returnable/returnable.query';
import { ListReturns } from './list-returns/list-returns.query';
import { BookReturn } from './receive-return/book-return';
import { GoodsBack } from './receive-return/goods-back';
import { PiecesBack } from './receive-return/pieces-back';
import { PostRefund } from './receive-return/post-refund';
import { ReceiveReturnUseCase } from './receive-return/receive-return.use-case';
import { RefundTenders } from './receive-return/refund-tenders';
import { ReturnRepository } from './return.repository';
import { ReturnsOfOrder } from './show-returns/returns-of-order.query';
import { ReturnsOfShift } from './show-returns/returns-of-shift.query';

const FACE = [ReceiveReturnUseCase, ReturnableQuery, ReturnsOfOrder, ReturnsOfShift, ListReturns];

@Module({ imports: [OrganisationModule, InventoryModule, OrdersModule, PaymentsModule], providers: [...FACE, ReturnRepository, BookReturn, PostRefund, RefundTenders, GoodsBack, PiecesBack], exports: FACE })
export class ReturnsModule {}
