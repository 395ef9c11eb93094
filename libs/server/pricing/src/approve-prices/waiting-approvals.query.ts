import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ApprovalRepository } from './approval.repository';

export interface WaitingApproval {
  id: string;
  marketCode: string;
  marketName: string;
  changes: number;
  askedBy: string;
  askedAt: string;
}

@Injectable()
export class WaitingApprovals {
  constructor(
    private readonly approvals: ApprovalRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Prices that wait for a second person, the oldest first; not those that were edited since. */
  async run(): Promise<WaitingApproval[]> {
    const [waiting, { markets }] = await Promise.all([this.approvals.waiting(), this.organisation.read()]);
    return waiting.map(({ id, marketCode, changes, askedBy, askedAt }) => ({ id, marketCode, marketName: markets.get(marketCode)?.name ?? marketCode, changes, askedBy, askedAt: askedAt.toISOString() }));
  }
}
