import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CreatedPromotion, CreatePromotionRequest, PromotionList } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ListPromotionsQuery } from './list-promotions.query';
import { ManagePromotionsUseCase, type PromotionRefusal } from './manage-promotions.use-case';

const statuses = { unknown_market: 404, unknown_collection: 404, unknown_channel: 404, unknown_promotion: 404 } satisfies Record<PromotionRefusal['kind'], number>;

@ApiTags('pricing')
@Controller('promotions')
export class PromotionsController {
  constructor(
    private readonly promotions: ManagePromotionsUseCase,
    private readonly listPromotions: ListPromotionsQuery,
  ) {}

  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: PromotionList })
  @SerializeOptions({ schema: PromotionList })
  list(): Promise<PromotionList> {
    return this.listPromotions.run(new Date());
  }

  @Post()
  @Staff('merchandiser')
  @ApiResponse({ status: 201, standardSchema: CreatedPromotion })
  @SerializeOptions({ schema: CreatedPromotion })
  async create(@CurrentActor() actor: StaffActor, @Body({ schema: CreatePromotionRequest }) body: CreatePromotionRequest): Promise<CreatedPromotion> {
    return valueOf(await this.promotions.create(actor, body), statuses);
  }

  @Post(':id/end')
  @Staff('merchandiser')
  @HttpCode(204)
  async end(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    valueOf(await this.promotions.end(actor, id), statuses);
  }
}
