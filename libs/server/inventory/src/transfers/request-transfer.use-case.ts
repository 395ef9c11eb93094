import { Injectable } from '@nestjs/common';
import type { RequestTransferRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, Commands, type IdempotencyRefusal, newId, recordAudit } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type BundleHasNoStock, bundleRefusal } from '../bundles/bundle-has-no-stock';
import { spokenNumber, worksAt } from '../stock-worker';
import { TransferRepository } from './transfer.repository';

export type RequestTransferRefusal =
  | IdempotencyRefusal
  | BundleHasNoStock
  | { kind: 'unknown_location'; locationId: string }
  | { kind: 'same_location' }
  | { kind: 'unknown_variant'; variantIds: string[] }
  | { kind: 'line_twice'; variantId: string }
  | { kind: 'not_allowed_here'; locationId: string };

/** Somebody asks for goods from another place; operations, or the sender's manager, may say yes in the same act. */
@Injectable()
export class RequestTransferUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly transfers: TransferRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly variants: VariantDirectory,
  ) {}

  async run(actor: Actor, key: string, request: RequestTransferRequest): Promise<Result<{ transferId: string }, RequestTransferRefusal>> {
    const refusal = await this.refusalOf(actor, request);
    if (refusal) return refuse(refusal);
    return this.commands.once<{ transferId: string }, RequestTransferRefusal>({ scope: `request-transfer:${actor.id}`, key, input: request }, async (tx) => {
      const id = newId();
      const { fromLocationId, toLocationId } = request;
      const approve = request.approve ?? false;
      await this.transfers.create(tx, {
        id, number: spokenNumber('TR', id), fromLocationId, toLocationId, status: approve ? 'approved' : 'requested', note: request.note ?? '',
        expectedAt: request.expectedAt ? new Date(request.expectedAt) : null, requestedBy: actor.name, approvedBy: approve ? actor.name : null,
        lines: request.lines.map((line) => ({ id: newId(), ...line })),
      });
      await recordAudit(tx, { actor, action: approve ? 'request and approve' : 'request', subject: 'transfer', subjectId: id, locationId: fromLocationId, after: { toLocationId, lines: request.lines } });
      return ok({ transferId: id });
    });
  }

  private async refusalOf(actor: Actor, { fromLocationId, toLocationId, lines, approve }: RequestTransferRequest): Promise<RequestTransferRefusal | null> {
    if (fromLocationId === toLocationId) return { kind: 'same_location' };
    for (const locationId of [fromLocationId, toLocationId]) {
      const location = await this.organisation.findLocation(locationId);
      // A marketplace's own warehouse is filled by inbound shipments, not by us.
      if (!location || location.kind === 'marketplace') return { kind: 'unknown_location', locationId };
    }
    if (![fromLocationId, toLocationId].some((place) => worksAt(actor, place, ['operations', 'store_manager', 'associate']))) return { kind: 'not_allowed_here', locationId: toLocationId };
    if (approve && !worksAt(actor, fromLocationId, ['operations', 'store_manager'])) return { kind: 'not_allowed_here', locationId: fromLocationId };
    const asked = new Set<string>();
    for (const { variantId } of lines) {
      if (asked.has(variantId)) return { kind: 'line_twice', variantId };
      asked.add(variantId);
    }
    const known = await this.variants.byIds([...asked]);
    const unknown = [...asked].filter((id) => !known.has(id));
    return unknown.length > 0 ? { kind: 'unknown_variant', variantIds: unknown } : bundleRefusal([...asked], known, 'move');
  }
}
