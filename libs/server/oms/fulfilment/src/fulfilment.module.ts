import { Module } from '@nestjs/common';
import { InventoryModule } from '@oneshelf/server-inventory';
import { StockWorkModule } from '@oneshelf/server-inventory/work';
import { OrdersModule } from '@oneshelf/server-orders';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PaymentsModule } from '@oneshelf/server-payments';
import { CompletePart } from './hand-over/complete-part';
import { HandOverUseCase } from './hand-over/hand-over.use-case';
import { PiecesOfPart } from './hand-over/pieces-of-part';
import { PickupsWaitingQuery } from './list-pickups/pickups-waiting.query';
import { LatePickups } from './late-pickups/late-pickups.query';
import { LotsThatMayLeave } from './hand-over/lots-that-may-leave';
import { PickLabels } from './list-pickups/pick-labels.query';
import { PickupsQuery } from './list-pickups/pickups.query';
import { MoneyCheck } from './money-check';
import { OpenPart } from './open-part';
import { PartRepository } from './part.repository';
import { PickUseCase } from './pick/pick.use-case';
import { GiveUpUnits } from './report-short/give-up-units';
import { ReRouteUnits } from './report-short/re-route-units';
import { ReportShortUseCase } from './report-short/report-short.use-case';
import { ShortDesk } from './report-short/short-desk';
import { RouteOrderUseCase } from './route-order/route-order.use-case';
import { RoutingDesk } from './route-order/routing-desk';
import { UnroutedUnits } from './route-order/unrouted-units.query';
import { SettleReservations } from './route-order/settle-reservations';
import { ShipPartUseCase } from './ship/ship-part.use-case';
import { PartsQuery } from './show-parts/parts.query';

const FACE = [RouteOrderUseCase, PickUseCase, ReportShortUseCase, HandOverUseCase, ShipPartUseCase, PartsQuery, PickupsQuery, PickupsWaitingQuery, LatePickups, PartRepository];

const INSIDE = [CompletePart, GiveUpUnits, LotsThatMayLeave, MoneyCheck, OpenPart, PickLabels, PiecesOfPart, ReRouteUnits, RoutingDesk, SettleReservations, ShortDesk, UnroutedUnits];

@Module({ imports: [InventoryModule, OrdersModule, OrganisationModule, PaymentsModule, StockWorkModule], providers: [...FACE, ...INSIDE], exports: FACE })
export class FulfilmentModule {}
