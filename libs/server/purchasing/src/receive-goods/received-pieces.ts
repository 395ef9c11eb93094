import { Injectable } from '@nestjs/common';
import type { ReceiveGoods } from '@oneshelf/contracts';
import { namedPieces, type NamedPiecesRefusal, serialsTwice } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { type BundleHasNoStock, bundleRefusal } from '@oneshelf/server-inventory/goods';
import { SerialWords } from '@oneshelf/server-inventory/serials';
import type { PurchaseOrder } from '../purchase-order';

type State = 'good' | 'checked' | 'damaged';
/** The serials of each line, by the state that they came in. */
export type PiecesByLine = Map<string, Record<State, string[]>>;
export type ReceivedPiecesRefusal = BundleHasNoStock | (NamedPiecesRefusal & { lineId: string; message: string }) | Awaited<ReturnType<SerialWords['told']>>;

/** Which pieces came: every piece of a product that is told apart by serials is named, once in the whole receipt. */
@Injectable()
export class ReceivedPieces {
  constructor(
    private readonly variants: VariantDirectory,
    readonly words: SerialWords,
  ) {}

  async of(order: PurchaseOrder, { lines }: ReceiveGoods): Promise<Result<PiecesByLine, ReceivedPiecesRefusal>> {
    const variantOf = new Map(order.lines.map((line) => [line.id, line.variantId]));
    const facts = await this.variants.byIds([...new Set(variantOf.values())]);
    const bundle = bundleRefusal(lines.map(({ lineId }) => variantOf.get(lineId) ?? ''), facts, 'receive');
    if (bundle) return refuse(bundle);
    const named: PiecesByLine = new Map();
    for (const line of lines) {
      const variant = facts.get(variantOf.get(line.lineId) ?? '');
      if (variant?.trackedBy !== 'serial') continue;
      const states: Record<State, string[]> = { good: [], checked: [], damaged: [] };
      for (const state of ['good', 'checked', 'damaged'] as const) {
        const texts = (line.traced ?? []).filter((one) => (one.state ?? 'good') === state).map((one) => one.serialNumber ?? '');
        const given = namedPieces(texts, { pieces: Math.floor(line[`${state}Milli`] / 1000) });
        if (!given.ok) return refuse(said(given.refusal, line.lineId, variant.title));
        states[state] = given.value;
      }
      const others = [...named].filter(([lineId]) => variantOf.get(lineId) === variant.id).flatMap(([, pieces]) => Object.values(pieces).flat());
      const twice = serialsTwice([...others, ...Object.values(states).flat()]);
      if (twice.length > 0) return refuse(said({ kind: 'serial_twice', serials: twice }, line.lineId, variant.title));
      named.set(line.lineId, states);
    }
    return ok(named);
  }
}

function said(refusal: NamedPiecesRefusal, lineId: string, title: string): NamedPiecesRefusal & { lineId: string; message: string } {
  switch (refusal.kind) {
    case 'serials_required': return { ...refusal, lineId, message: `${refusal.pieces} of ${title} were counted and ${refusal.named} serial numbers were given. Nothing was received. Scan the serial of each piece.` };
    case 'serial_twice': return { ...refusal, lineId, message: `Serial ${refusal.serials.join(', ')} of ${title} stands in this receipt twice. Nothing was received. Scan each piece once.` };
    case 'serial_unreadable': return { ...refusal, lineId, message: `"${refusal.serials.join(', ')}" is no serial number of ${title}. Nothing was received. Scan the label again, or type it.` };
  }
}
