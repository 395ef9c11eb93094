import { Injectable } from '@nestjs/common';
import { type CreatePromotionRequest, PricesPublished } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { newId, publish, recordAudit, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { CollectionDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ReleaseRepository } from '../release.repository';

export type PromotionRefusal =
  | { kind: 'unknown_market'; message: string }
  | { kind: 'unknown_collection'; message: string }
  | { kind: 'unknown_channel'; channelCode: string; message: string }
  | { kind: 'unknown_promotion'; message: string };

@Injectable()
export class ManagePromotionsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: ReleaseRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly collections: CollectionDirectory,
  ) {}

  /** A new promotion is part of the market's next release; it applies between its dates. */
  async create(actor: StaffActor, request: CreatePromotionRequest): Promise<Result<{ id: string }, PromotionRefusal>> {
    const { markets, channels } = await this.organisation.read();
    if (!markets.has(request.marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market ${request.marketCode}. No promotion was made.` });
    const foreign = request.definition.channelCodes.find((code) => channels.get(code)?.marketCode !== request.marketCode);
    if (foreign) return refuse({ kind: 'unknown_channel', channelCode: foreign, message: `${foreign} is not a channel of market ${request.marketCode}. No promotion was made.` });
    const known = new Set((await this.collections.all()).map((collection) => collection.id));
    if (collectionsOf(request.definition).some((id) => !known.has(id))) return refuse({ kind: 'unknown_collection', message: 'This collection is not there any more. No promotion was made.' });
    const id = newId();
    return this.transactions.run<{ id: string }, PromotionRefusal>(async (tx) => {
      const release = await this.nextRelease(tx, { marketCode: request.marketCode, cause: `promotion ${request.name}`, releasedBy: actor.name });
      await tx
        .insertInto('promotion')
        .values({
          id, code: request.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), name: request.name, market_code: request.marketCode, definition: JSON.stringify(request.definition),
          starts_at: request.startsAt, ends_at: request.endsAt, from_release: release,
        })
        .execute();
      await recordAudit(tx, { actor, action: 'create', subject: 'promotion', subjectId: id, after: request });
      return ok({ id });
    });
  }

  /** Ends a promotion with the next release; quotes of earlier releases still show it. */
  async end(actor: StaffActor, promotionId: string): Promise<Result<null, PromotionRefusal>> {
    return this.transactions.run<null, PromotionRefusal>(async (tx) => {
      const promotion = await tx.selectFrom('promotion').select(['market_code', 'name']).where('id', '=', promotionId).where('to_release', 'is', null).forUpdate().executeTakeFirst();
      if (!promotion) return refuse({ kind: 'unknown_promotion', message: 'This promotion has ended already. Nothing was changed.' });
      const release = await this.nextRelease(tx, { marketCode: promotion.market_code, cause: `end of promotion ${promotion.name}`, releasedBy: actor.name });
      await tx.updateTable('promotion').set({ to_release: release }).where('id', '=', promotionId).execute();
      await recordAudit(tx, { actor, action: 'end', subject: 'promotion', subjectId: promotionId });
      return ok(null);
    });
  }

  private async nextRelease(tx: Tx, release: { marketCode: string; cause: string; releasedBy: string }): Promise<number> {
    const number = await this.releases.next(tx, release);
    await publish(tx, { type: PricesPublished, key: release.marketCode, payload: { marketCode: release.marketCode, release: number } });
    return number;
  }
}

/** Every collection that a promotion names, in whatever part of it. */
function collectionsOf(definition: unknown): string[] {
  if (typeof definition !== 'object' || definition === null) return [];
  return Object.entries(definition).flatMap(([key, value]: [string, unknown]) =>
    (key === 'collectionIds' || key === 'exceptCollectionIds') && Array.isArray(value) ? value.filter((id) => typeof id === 'string') : collectionsOf(value));
}
