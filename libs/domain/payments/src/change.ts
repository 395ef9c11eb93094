import { ok, refuse, type Result } from '@oneshelf/domain-kernel';

export type TenderKind = 'cash' | 'card_online' | 'card_present' | 'external' | 'marketplace' | 'deposit';

export interface Tender {
  kind: TenderKind;
  /** Of cash: what was handed over. */
  amountMinor: number;
}

export type ChangeRefusal = { kind: 'underpaid'; missingMinor: number } | { kind: 'overpaid_without_cash'; excessMinor: number };

/** The change, and the cash that stays in the drawer. Change is given from cash only: a card is never charged too much. */
export function change(tenders: readonly Tender[], totalMinor: number): Result<{ changeMinor: number; cashKeptMinor: number }, ChangeRefusal> {
  const sum = (isCounted: (tender: Tender) => boolean): number => tenders.reduce((total, tender) => total + (isCounted(tender) ? tender.amountMinor : 0), 0);
  const [cash, other] = [sum((tender) => tender.kind === 'cash'), sum((tender) => tender.kind !== 'cash')];
  const excess = cash + other - totalMinor;
  if (excess < 0) return refuse({ kind: 'underpaid', missingMinor: 0 - excess });
  if (excess > cash) return refuse({ kind: 'overpaid_without_cash', excessMinor: excess - cash });
  return ok({ changeMinor: excess, cashKeptMinor: cash - excess });
}
