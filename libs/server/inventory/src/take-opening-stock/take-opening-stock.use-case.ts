import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import { type Actor, type Tx } from '@oneshelf/platform';
import { type Location, OrganisationDirectory } from '@oneshelf/server-organisation';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface TakeOpeningStockInput {
  /** Sent twice it applies once. */
  operationId: string;
  importId: string;
  marketCode: string;
  lines: { variantId: string; quantityMilli: number; locationName?: string }[];
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
}

/** Stock that a product file carried: supplier → sellable, at the location that the file names, else the market's first. */
@Injectable()
export class TakeOpeningStockUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** @throws when the market has no warehouse and no store */
  async run(tx: Tx, input: TakeOpeningStockInput): Promise<void> {
    const ofMarket = (await this.organisation.locations()).filter((location) => location.marketCode === input.marketCode && location.kind !== 'marketplace');
    const fallback = ofMarket.find((location) => location.kind === 'warehouse') ?? ofMarket[0];
    if (!fallback) throw new Error(`Market ${input.marketCode} has no location that can hold stock. Add one, then retry this work.`);
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId,
      causeKind: 'opening',
      causeId: input.importId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries: input.lines.map(({ variantId, quantityMilli, locationName }) => ({
        variantId, quantityMilli, from: 'supplier', to: 'sellable', reason: 'product import', locationId: (named(ofMarket, locationName) ?? fallback).id,
      })),
    });
    invariant(result.ok, 'Opening stock is never short');
  }
}

function named(locations: Location[], name: string | undefined): Location | undefined {
  const wanted = name?.trim().toLowerCase();
  return wanted ? locations.find((location) => location.name.toLowerCase() === wanted || location.code.toLowerCase() === wanted) : undefined;
}
