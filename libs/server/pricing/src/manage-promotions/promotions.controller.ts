import { Body, Controller, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CreatedPromotion, CreatePromotionRequest, EditPromotionRequest, PromotionDetail, PromotionList } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ListPromotionsQuery } from './list-promotions.query';
import { ManagePromotionsUseCase, type PromotionRefusal } from './manage-promotions.use-case';

const statuses = {
  unknown_market: 404, unknown_collection: 404, unknown_product: 404, unknown_location: 404, unknown_channel: 404, unknown_promotion: 404, changed_meanwhile: 409,
} satisfies Record<PromotionRefusal['kind'], number>;

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

  @Get(':id')
  @Staff()
  @ApiResponse({ status: 200, standardSchema: PromotionDetail })
  @SerializeOptions({ schema: PromotionDetail })
  async show(@Param('id', { schema: z.uuid() }) id: string): Promise<PromotionDetail> {
    const found = await this.listPromotions.one(id, new Date());
    if (!found) throw new Problem(404, 'unknown_promotion', 'This promotion has ended already, or it never was. Nothing was changed.');
    return found;
  }

  @Post()
  @Staff('merchandiser')
  @ApiResponse({ status: 201, standardSchema: CreatedPromotion })
  @SerializeOptions({ schema: CreatedPromotion })
  async create(@CurrentActor() actor: StaffActor, @Body({ schema: CreatePromotionRequest }) body: CreatePromotionRequest): Promise<CreatedPromotion> {
    return valueOf(await this.promotions.create(actor, body), statuses);
  }

  @Put(':id')
  @Staff('merchandiser')
  @ApiResponse({ status: 200, standardSchema: CreatedPromotion })
  @SerializeOptions({ schema: CreatedPromotion })
  async edit(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: EditPromotionRequest }) body: EditPromotionRequest): Promise<CreatedPromotion> {
    return valueOf(await this.promotions.edit(actor, id, body), statuses);
  }

  @Post(':id/pause')
  @Staff('merchandiser')
  @HttpCode(204)
  async pause(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    valueOf(await this.promotions.pause(actor, id, true), statuses);
  }

  @Post(':id/resume')
  @Staff('merchandiser')
  @HttpCode(204)
  async resume(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    valueOf(await this.promotions.pause(actor, id, false), statuses);
  }

  @Post(':id/end')
  @Staff('merchandiser')
  @HttpCode(204)
  async end(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    valueOf(await this.promotions.end(actor, id), statuses);
  }
}
