import { Body, Controller, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { LookAtStockAnswer, LookAtStockRequest, RepairLevelAnswer, RepairLevelRequest, StockBreachesAnswer } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import { ListBreachesQuery } from './list-breaches.query';
import { type RepairLevelRefusal, RepairLevelUseCase } from './repair-level.use-case';
import { WatchStockUseCase } from './watch-stock.use-case';

const statuses = { order_decides: 409, register_decides: 409 } satisfies Record<RepairLevelRefusal['kind'], number>;

@ApiTags('stock')
@Controller('stock/breaches')
export class BreachesController {
  constructor(
    private readonly breaches: ListBreachesQuery,
    private readonly watch: WatchStockUseCase,
    private readonly repairLevel: RepairLevelUseCase,
  ) {}

  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: StockBreachesAnswer })
  @SerializeOptions({ schema: StockBreachesAnswer })
  list(): Promise<StockBreachesAnswer> {
    return this.breaches.run();
  }

  /** Looks at the next thousand levels now; ask again with `next` until it is null. */
  @Post('look')
  @Staff('operations')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: LookAtStockAnswer })
  @SerializeOptions({ schema: LookAtStockAnswer })
  look(@CurrentActor() actor: StaffActor, @Body({ schema: LookAtStockRequest }) { after }: LookAtStockRequest): Promise<LookAtStockAnswer> {
    return this.watch.lookBehind(after, actor.name);
  }

  /** The movements are the truth: the level is put to what they make. */
  @Post('repair')
  @Staff('operations')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: RepairLevelAnswer })
  @SerializeOptions({ schema: RepairLevelAnswer })
  async repair(@CurrentActor() actor: StaffActor, @Body({ schema: RepairLevelRequest }) place: RepairLevelRequest): Promise<RepairLevelAnswer> {
    return valueOf(await this.repairLevel.run(actor, place), statuses);
  }
}
