import { invariant } from '@oneshelf/domain-kernel';
import { poissonQuantile } from './poisson-quantile';

/**
 * The right of one register to sell units of one variant at its location, also while it is cut off (DOMAIN.md §13).
 * `ceilingMilli` and `usedMilli` count all that it ever was granted and sold on its right, so that what comes twice, late
 * or in another order does no harm; `outstandingMilli` is what lies in the bucket `allotted` for it.
 */
export interface RegisterGrant {
  /** Raised with each answer; the register takes only a higher one. */
  epoch: number;
  ceilingMilli: number;
  /** Of the operations that have arrived here. */
  usedMilli: number;
  outstandingMilli: number;
  expiresAtMs: number;
  isActive: boolean;
}

/** What a register says of itself: the epoch that it knows and what it has sold on its right, arrived here or not. */
export interface GrantReport {
  epoch: number;
  usedMilli: number;
}

export interface Renewal {
  report: GrantReport | null;
  /** What the register should have for its next hours. */
  targetMilli: number;
  /** What is sellable at the location now. */
  freeMilli: number;
  nowMs: number;
  leaseMs: number;
}

const PIECE = 1000;

/**
 * A heartbeat: the grant lives on, and is filled up where less than a quarter of the target is left. One that has ended
 * begins again above what the register has sold; what it sold and has not sent yet is set aside first.
 */
export function renewGrant(grant: RegisterGrant | null, { report, targetMilli, freeMilli, nowMs, leaseMs }: Renewal): { grant: RegisterGrant; takenMilli: number } {
  const used = grant?.usedMilli ?? 0;
  const soldThere = Math.max(used, report?.usedMilli ?? 0);
  const free = Math.max(0, freeMilli);
  const lives = { epoch: (grant?.epoch ?? 0) + 1, usedMilli: used, expiresAtMs: nowMs + leaseMs, isActive: true };
  if (grant?.isActive) {
    const left = Math.max(0, grant.ceilingMilli - soldThere);
    const takenMilli = left * 4 < targetMilli ? wholePieces(Math.min(free, targetMilli - left)) : 0;
    return { grant: { ...lives, ceilingMilli: grant.ceilingMilli + takenMilli, outstandingMilli: grant.outstandingMilli + takenMilli }, takenMilli };
  }
  const missing = Math.max(0, soldThere - used - (grant?.outstandingMilli ?? 0));
  const setAside = Math.min(free, missing);
  const fresh = missing > setAside ? 0 : wholePieces(Math.min(free - setAside, targetMilli));
  return { grant: { ...lives, ceilingMilli: soldThere + fresh, outstandingMilli: (grant?.outstandingMilli ?? 0) + setAside + fresh }, takenMilli: setAside + fresh };
}

/**
 * The register gives back what it has not sold and sells on this right no more. What it sold and has not sent yet stays
 * set aside. A report of another epoch changes nothing: an answer that it has not seen may still reach it.
 */
export function releaseGrant(grant: RegisterGrant, report: GrantReport): { grant: RegisterGrant; givenBackMilli: number } {
  if (!grant.isActive || report.epoch !== grant.epoch) return { grant, givenBackMilli: 0 };
  const soldThere = Math.max(grant.usedMilli, report.usedMilli);
  const givenBackMilli = Math.min(grant.outstandingMilli, Math.max(0, grant.ceilingMilli - soldThere));
  return { grant: { ...grant, epoch: grant.epoch + 1, ceilingMilli: soldThere, outstandingMilli: grant.outstandingMilli - givenBackMilli, isActive: false }, givenBackMilli };
}

/** True when the units may be promised to others though the register said nothing: its clock cannot be so far behind. */
export const isReusable = (grant: RegisterGrant, nowMs: number, maxSkewMs: number): boolean => nowMs >= grant.expiresAtMs + maxSkewMs;

/** The register was not heard of for too long: everything goes back to sale. */
export const expireGrant = (grant: RegisterGrant): { grant: RegisterGrant; givenBackMilli: number } => ({
  grant: { ...grant, ceilingMilli: grant.usedMilli, outstandingMilli: 0, isActive: false }, givenBackMilli: grant.outstandingMilli,
});

/** A sale of the register: what of it comes from its own units. All of it counts as used, so that both sides count alike. */
export function useGrant(grant: RegisterGrant, quantityMilli: number): { grant: RegisterGrant; fromGrantMilli: number } {
  invariant(Number.isSafeInteger(quantityMilli) && quantityMilli >= 0, 'a sale is of whole thousandths');
  const fromGrantMilli = Math.min(grant.outstandingMilli, quantityMilli);
  return { grant: { ...grant, usedMilli: grant.usedMilli + quantityMilli, outstandingMilli: grant.outstandingMilli - fromGrantMilli }, fromGrantMilli };
}

export interface HeldRight extends GrantReport {
  ceilingMilli: number;
  expiresAtMs: number;
}

/** The register's own question, offline too: may it sell so much on its right? `serverNowMs` is the last server time plus what has passed on its monotonic clock since it asked. */
export const maySellOnGrant = (right: HeldRight, quantityMilli: number, serverNowMs: number): boolean => serverNowMs < right.expiresAtMs && right.usedMilli + quantityMilli <= right.ceilingMilli;

export interface LaneDemand {
  /** Sold at the location in the days before. */
  soldMilli: number;
  inSeconds: number;
  registers: number;
  /** How long a register shall do without the server. */
  horizonSeconds: number;
  /** How often that may be too little: 500 is one in twenty. */
  beyondBasisPoints: number;
  onHandMilli: number;
  sellableMilli: number;
}

/** Slow movers are not split up: with so few the till sells by hand, as an override. */
const FEWEST_TO_SPLIT_MILLI = 2 * PIECE;

/** What one register should hold: the quantile of its lane's demand, at most a fair share of what is sellable, with one share left for everybody else. */
export function grantTarget({ soldMilli, inSeconds, registers, horizonSeconds, beyondBasisPoints, onHandMilli, sellableMilli }: LaneDemand): number {
  if (onHandMilli <= FEWEST_TO_SPLIT_MILLI || registers <= 0 || sellableMilli <= 0) return 0;
  const demand = poissonQuantile({ soldMilli: Math.ceil(soldMilli / registers), inSeconds, aheadSeconds: horizonSeconds }, beyondBasisPoints) * PIECE;
  return Math.min(demand, wholePieces(Math.floor(sellableMilli / (registers + 1))));
}

const wholePieces = (milli: number): number => milli - (milli % PIECE);
