import { Injectable } from '@nestjs/common';
import { type CreatePromotionRequest, type EditPromotionRequest, PricesPublished } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { newId, publish, recordAudit, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { PromotionRepository, type PromotionText, type StoredPromotion } from '../promotion.repository';
import { ReleaseRepository } from '../release.repository';
import { CheckPromotion, type CheckPromotionRefusal } from './check-promotion';

export type PromotionRefusal = CheckPromotionRefusal | { kind: 'unknown_promotion'; message: string } | { kind: 'changed_meanwhile'; message: string };

const gone = { kind: 'unknown_promotion' as const, message: 'This promotion has ended already. Nothing was changed.' };

/** Promotions are made, edited, paused and ended as releases of their market; quotes of earlier releases show what they were. */
@Injectable()
export class ManagePromotionsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: ReleaseRepository,
    private readonly promotions: PromotionRepository,
    private readonly check: CheckPromotion,
  ) {}

  /** A new promotion is part of the market's next release; it applies between its dates. */
  async create(actor: StaffActor, { marketCode, ...text }: CreatePromotionRequest): Promise<Result<{ id: string }, PromotionRefusal>> {
    const refused = await this.check.run(marketCode, text.definition);
    if (refused) return refuse(refused);
    const id = newId();
    return this.transactions.run<{ id: string }, PromotionRefusal>(async (tx) => {
      const release = await this.nextRelease(tx, { marketCode, cause: `promotion ${text.name}`, releasedBy: actor.name });
      await this.promotions.insert(tx, { id, marketCode, release, isPaused: false, ...text });
      await recordAudit(tx, { actor, action: 'create', subject: 'promotion', subjectId: id, after: { marketCode, ...text } });
      return ok({ id });
    });
  }

  /** As it is from the market's next release on. Its uses, codes and counters stay its own. */
  async edit(actor: StaffActor, promotionId: string, { release: seen, ...text }: EditPromotionRequest): Promise<Result<{ id: string }, PromotionRefusal>> {
    const marketCode = await this.promotions.marketOf(promotionId);
    const refused = marketCode === null ? gone : await this.check.run(marketCode, text.definition);
    if (refused) return refuse(refused);
    return this.transactions.run<{ id: string }, PromotionRefusal>(async (tx) => {
      const before = await this.promotions.lock(tx, promotionId);
      if (!before) return refuse(gone);
      if (before.release !== seen) return refuse({ kind: 'changed_meanwhile', message: 'Somebody else changed this promotion meanwhile. Nothing was saved. Read it again.' });
      await this.replace(tx, { actor, action: 'edit', before, after: { ...text, isPaused: before.isPaused } });
      const [was, is] = [before.definition.limits, text.definition.limits];
      const isNewlyCounted = (was?.usesPerCustomer === undefined && is?.usesPerCustomer !== undefined) || (was?.usesPerCode === undefined && is?.usesPerCode !== undefined);
      if (isNewlyCounted) await this.promotions.countFormerUses(tx, promotionId, text.definition);
      return ok({ id: promotionId });
    });
  }

  /** Takes it out of the next release's book, or puts it in again. Safe to repeat: what is so already makes no release. */
  async pause(actor: StaffActor, promotionId: string, isPaused: boolean): Promise<Result<null, PromotionRefusal>> {
    return this.transactions.run<null, PromotionRefusal>(async (tx) => {
      const before = await this.promotions.lock(tx, promotionId);
      if (!before) return refuse(gone);
      if (before.isPaused !== isPaused) await this.replace(tx, { actor, action: isPaused ? 'pause' : 'resume', before, after: { ...textOf(before), isPaused } });
      return ok(null);
    });
  }

  /** Ends a promotion with the next release; quotes of earlier releases still show it. */
  async end(actor: StaffActor, promotionId: string): Promise<Result<null, PromotionRefusal>> {
    return this.transactions.run<null, PromotionRefusal>(async (tx) => {
      const promotion = await this.promotions.lock(tx, promotionId);
      if (!promotion) return refuse(gone);
      const release = await this.nextRelease(tx, { marketCode: promotion.marketCode, cause: `end of promotion ${promotion.name}`, releasedBy: actor.name });
      await this.promotions.end(tx, promotionId, release);
      await recordAudit(tx, { actor, action: 'end', subject: 'promotion', subjectId: promotionId });
      return ok(null);
    });
  }

  private async replace(tx: Tx, { actor, action, before, after }: { actor: StaffActor; action: 'edit' | 'pause' | 'resume'; before: StoredPromotion; after: PromotionText }): Promise<void> {
    const release = await this.nextRelease(tx, { marketCode: before.marketCode, cause: `${action} of promotion ${before.name}`, releasedBy: actor.name });
    await this.promotions.replace(tx, before.id, { text: after, release });
    await recordAudit(tx, { actor, action, subject: 'promotion', subjectId: before.id, before: { ...textOf(before) }, after: { ...after, release } });
  }

  private async nextRelease(tx: Tx, release: { marketCode: string; cause: string; releasedBy: string }): Promise<number> {
    const number = await this.releases.next(tx, release);
    await publish(tx, { type: PricesPublished, key: release.marketCode, payload: { marketCode: release.marketCode, release: number } });
    return number;
  }
}

const textOf = ({ name, definition, startsAt, endsAt, isPaused }: StoredPromotion): PromotionText => ({ name, definition, startsAt, endsAt, isPaused });
