import { Inject, Injectable } from '@nestjs/common';
import { type Offer, offerOf, type Policy, promisable, type PromiseToKeep, sumDemand } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type NewPromise, type OpenPromise, PromiseRepository } from './promise.repository';

export interface PromisedOffer extends Offer {
  /** Whose limit it counts for; null: nobody's. */
  policyChannel: string | null;
}

export interface OfferQuestion {
  channelCode: string;
  /** What is not there. */
  missing: readonly { variantId: string; quantityMilli: number }[];
  /** A shop whose orders may be split waits for what has no policy of its own. */
  otherwise: 'stop' | 'backorder';
}

/** Promises units that are not there yet, and takes promises back. */
@Injectable()
export class PromiseStockUseCase {
  constructor(
    private readonly promises: PromiseRepository,
    private readonly organisation: OrganisationDirectory,
    @Inject(DATABASE) private readonly database: Database,
    private readonly recipes: BundleRecipes,
  ) {}

  /** What can be promised of each, a bundle never (INV-74), sent from the channel's places, by variant; a variant without an entry is not to be had. Statements: 1, 3 where something can be. */
  async offers({ channelCode, missing: all, otherwise }: OfferQuestion): Promise<Map<string, PromisedOffer>> {
    if (all.length === 0) return new Map();
    const missing = promisable(all, await this.recipes.of(all.map(({ variantId }) => variantId)));
    if (missing.length === 0) return new Map();
    const policies = await this.promises.policies(this.database, missing.map(({ variantId }) => variantId), channelCode);
    const wanted = sumDemand(missing).filter(({ variantId }) => (policies.get(variantId)?.kind ?? otherwise) !== 'stop');
    const variantIds = wanted.map(({ variantId }) => variantId);
    if (variantIds.length === 0) return new Map();
    const [expected, open] = await Promise.all([this.promises.expected(this.database, variantIds), this.promises.open(this.database, variantIds)]);
    const waiting = await this.toKeep(open);
    const locationIds = await this.sendingFrom(channelCode);
    const offers = new Map<string, PromisedOffer>();
    for (const { variantId, quantityMilli } of wanted) {
      const own = policies.get(variantId);
      const supply = { expected: expected.filter((goods) => goods.variantId === variantId), promised: waiting.filter((promise) => promise.variantId === variantId) };
      const offer = offerOf(own ?? fallback(otherwise), supply, { quantityMilli, locationIds });
      if (offer) offers.set(variantId, { ...offer, policyChannel: own?.policyChannel ?? null });
    }
    return offers;
  }

  /** Refuses where a limit was reached meanwhile; the caller's transaction is to be given up then. Statements: 2, 1 without limits. */
  async make(tx: Tx, promises: readonly NewPromise[]): Promise<Result<void, { kind: 'promise_limit_reached' }>> {
    if (promises.length === 0) return ok(undefined);
    return (await this.promises.insert(tx, promises)) ? ok(undefined) : refuse({ kind: 'promise_limit_reached' });
  }

  /**
   * An order waits for nothing any more. `around` is what is done with its stock: after the promises are taken away, so
   * that none of them is kept meanwhile, and before their limits are given back.
   */
  async drop(tx: Tx, orderId: string, around: () => Promise<void>): Promise<void> {
    const dropped = await this.promises.deleteOfOrder(tx, orderId);
    await around();
    await this.promises.giveBack(tx, dropped);
  }

  ofOrder(orderId: string): Promise<OpenPromise[]> {
    return this.promises.ofOrder(this.database, orderId);
  }

  /** Each with the places that it can be served from. */
  async toKeep(open: readonly OpenPromise[]): Promise<(OpenPromise & PromiseToKeep)[]> {
    const places = new Map<string, string[]>();
    for (const { channelCode } of open) places.set(channelCode, places.get(channelCode) ?? (await this.sendingFrom(channelCode)));
    return open.map((promise) => ({ ...promise, locationIds: promise.locationId === null ? (places.get(promise.channelCode) ?? []) : [promise.locationId] }));
  }

  private async sendingFrom(channelCode: string): Promise<string[]> {
    return (await this.organisation.locationsOfChannel(channelCode)).filter((location) => location.canShip).map(({ id }) => id);
  }
}

const fallback = (kind: 'stop' | 'backorder'): Policy => ({ kind, limitMilli: null, promisedMilli: 0, availableOn: null });
