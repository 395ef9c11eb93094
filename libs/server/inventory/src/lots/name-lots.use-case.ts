import { Injectable } from '@nestjs/common';
import type { TracedUnits } from '@oneshelf/contracts';
import { shareOverLots } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { type KnownLot, knowLots, lotKey, readLots } from './know-lots';

/** Goods of a line of a document that come, in their states, and the lots that were read off them. */
export interface ComingLine {
  lineId: string;
  variantId: string;
  quantitiesMilli: readonly number[];
  traced: readonly TracedUnits[];
}

/** Of which state (its place) and lot; no lot where the variant is not kept by lot. */
export interface ComingPart {
  index: number;
  lotId: string | null;
  quantityMilli: number;
}

export type LotProblem = { lineId: string; code: string } & (
  | { reason: 'lot_missing'; namedMilli: number; countedMilli: number }
  | { reason: 'not_by_lot' }
  | { reason: 'expiry_missing' }
  | { reason: 'expiry_differs'; expiresOn: string; knownExpiresOn: string }
);

export type LotRefusal = { kind: 'lots_not_right'; lines: LotProblem[] };

type ByLot = ComingLine & { lots: { code: string; expiresOn?: string | undefined; quantityMilli: number }[] };

/** Which lots goods are of that come (INV-85): each unit of a variant kept by lot has one, new ones with their day. */
@Injectable()
export class NameLotsUseCase {
  constructor(private readonly variants: VariantDirectory) {}

  /** Refuses with the line and the reason, and knows no lot then. */
  async run(tx: Tx, lines: readonly ComingLine[]): Promise<Result<Map<string, ComingPart[]>, LotRefusal>> {
    const facts = await this.variants.byIds([...new Set(lines.map((line) => line.variantId))]);
    const said = lines.map((line): ByLot => ({ ...line, lots: line.traced.flatMap(({ lotCode, expiresOn, quantityMilli }) => (lotCode === undefined ? [] : [{ code: lotCode, expiresOn, quantityMilli }])) }));
    const lotsOf = ({ variantId, lots }: ByLot) => lots.map(({ code, expiresOn }) => ({ variantId, code, expiresOn }));
    const all = said.flatMap(lotsOf);
    const known = all.length > 0 ? await readLots(tx, all) : new Map<string, KnownLot>();
    const problems = said.flatMap((line) => [...new Map(problemsOf(line, facts.get(line.variantId)?.trackedBy === 'lot', { known, all }).map((one) => [JSON.stringify(one), one])).values()]);
    if (problems.length > 0) return refuse({ kind: 'lots_not_right', lines: problems });
    const made = await knowLots(tx, all);
    return ok(new Map(said.map((line) => [line.lineId, shareOverLots(line.quantitiesMilli, line.lots.map(({ code, quantityMilli }) => ({ lotId: made.get(lotKey({ variantId: line.variantId, code }))?.id ?? '', quantityMilli })))])));
  }
}

function problemsOf(line: ByLot, isByLot: boolean, { known, all }: { known: ReadonlyMap<string, KnownLot>; all: readonly { variantId: string; code: string; expiresOn?: string | undefined }[] }): LotProblem[] {
  const { lineId, variantId, lots } = line;
  if (!isByLot) return lots.map(({ code }) => ({ lineId, code, reason: 'not_by_lot' }));
  const [namedMilli, countedMilli] = [lots.reduce((sum, lot) => sum + lot.quantityMilli, 0), line.quantitiesMilli.reduce((sum, milli) => sum + milli, 0)];
  const missing: LotProblem[] = namedMilli === countedMilli ? [] : [{ lineId, code: '', reason: 'lot_missing', namedMilli, countedMilli }];
  return [...missing, ...lots.flatMap(({ code, expiresOn }): LotProblem[] => {
    const others = all.filter((lot) => lot.variantId === variantId && lot.code === code && lot.expiresOn !== undefined);
    const before = known.get(lotKey({ variantId, code }))?.expiresOn ?? others[0]?.expiresOn ?? null;
    if (before === null) return [{ lineId, code, reason: 'expiry_missing' }];
    return expiresOn === undefined || expiresOn === before ? [] : [{ lineId, code, reason: 'expiry_differs', expiresOn, knownExpiresOn: before }];
  })];
}
