import { Injectable } from '@nestjs/common';
import type { MarketPricingSettings } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { usualApprovalRule } from '@oneshelf/domain-pricing';
import { hasRole, type StaffActor } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ApprovalRepository } from '../approve-prices/approval.repository';
import { MarketLanesRepository } from './market-lanes.repository';

/** What a market's people say about its prices and promotions, and what who asks may change of it. */
@Injectable()
export class MarketPricingQuery {
  constructor(
    private readonly lanes: MarketLanesRepository,
    private readonly approvals: ApprovalRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(actor: StaffActor, marketCode: string): Promise<Result<MarketPricingSettings, { kind: 'unknown_market'; message: string }>> {
    if (!(await this.organisation.read()).markets.has(marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}.` });
    const [{ lanes, changed }, approvalRule] = await Promise.all([this.lanes.current(marketCode), this.approvals.rule(marketCode)]);
    const isFinance = hasRole(actor, ['finance']);
    return ok({
      marketCode, lanes, lanesChanged: changed && { by: changed.by, at: changed.at.toISOString() }, approvalRule, usualApprovalRule,
      mayEdit: { lanes: hasRole(actor, ['merchandiser']), approvalRule: isFinance, floors: isFinance },
    });
  }
}
