import { Body, Controller, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AskApprovalRequest, DecideApprovalRequest, PriceApprovalState, SetApprovalRule } from '@oneshelf/contracts';
import { CurrentActor, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { ApprovalStateQuery } from './approval-state.query';
import { type AskRefusal, AskApprovalUseCase } from './ask-approval.use-case';
import { type DecideRefusal, DecideApprovalUseCase } from './decide-approval.use-case';
import { SetApprovalRuleUseCase, type SetRuleRefusal } from './set-approval-rule.use-case';

const MarketCode = z.string().regex(/^[A-Z]{2}$/);
const askStatuses = { unknown_draft: 409, draft_changed: 409, no_approval_needed: 422, already_asked: 409 } satisfies Record<AskRefusal['kind'], number>;
const ruleStatuses = { unknown_market: 404, changed_meanwhile: 409 } satisfies Record<SetRuleRefusal['kind'], number>;
const decideStatuses = { unknown_approval: 404, already_decided: 409, own_prices: 403, draft_changed: 409 } satisfies Record<DecideRefusal['kind'], number>;

@ApiTags('pricing')
@Controller()
export class ApprovalsController {
  constructor(
    private readonly state: ApprovalStateQuery,
    private readonly askApproval: AskApprovalUseCase,
    private readonly decideApproval: DecideApprovalUseCase,
    private readonly setRule: SetApprovalRuleUseCase,
  ) {}

  @Get('markets/:market/price-approval')
  @Staff('merchandiser', 'finance')
  @ApiResponse({ status: 200, standardSchema: PriceApprovalState })
  @SerializeOptions({ schema: PriceApprovalState })
  read(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string): Promise<PriceApprovalState> {
    return this.state.run(actor, market, new Date());
  }

  @Post('markets/:market/price-approval')
  @Staff('merchandiser')
  @ApiResponse({ status: 201, standardSchema: PriceApprovalState })
  @SerializeOptions({ schema: PriceApprovalState })
  async ask(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) marketCode: string, @Body({ schema: AskApprovalRequest }) body: AskApprovalRequest): Promise<PriceApprovalState> {
    valueOf(await this.askApproval.run(actor, { marketCode, ...body }, new Date()), askStatuses);
    return this.state.run(actor, marketCode, new Date());
  }

  @Post('price-approvals/:id/decide')
  @Staff('finance')
  @HttpCode(204)
  async decide(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: DecideApprovalRequest }) body: DecideApprovalRequest): Promise<void> {
    valueOf(await this.decideApproval.run(actor, id, { decision: body.decision, answer: body.answer, now: new Date() }), decideStatuses);
  }

  @Put('markets/:market/approval-rule')
  @Staff('finance')
  @HttpCode(204)
  async rule(@CurrentActor() actor: StaffActor, @Param('market', { schema: MarketCode }) market: string, @Body({ schema: SetApprovalRule }) body: SetApprovalRule): Promise<void> {
    valueOf(await this.setRule.run(actor, market, body), ruleStatuses);
  }
}
