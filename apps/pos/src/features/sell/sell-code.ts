import type { LookedUpCode } from '@oneshelf/contracts';
import { readScan } from '@oneshelf/domain-barcodes';
import { normaliseSerial } from '@oneshelf/domain-inventory';
import { couponPromotions } from '@oneshelf/domain-pricing';
import { isLimited } from '@oneshelf/domain-promotions';
import { create } from 'zustand';
import { playTone } from '../../hardware/tones';
import { online } from '../../local/online';
import { clock, connection } from '../../local/runtime';
import type { CartCoupon } from '../../local/sale-parts';
import { tillState } from '../../local/till-state';
import { goTo, goToReturn } from '../../shell/view';
import { chooseCustomer } from '../customer/choose-customer';
import { missingOf } from '../serials/line-serials';
import { askForSerials } from '../serials/serial-task';
import { addCoupon, addToCart, addWeighed, useCart, type CartRefusal, type ScannedPiece } from './cart';
import { scannedLot, storeDay } from './scanned-lot';
import { readWeighed, weigh } from './weighing';
import { priceUnitOf } from '../../local/catalogue';

/** What could not be sold, until the next thing that can. */
export type SellMiss =
  | { kind: 'unknown_code'; code: string; /** The server was not asked whether it is a customer's code. */ isUnasked?: boolean }
  | { kind: 'asking'; code: string }
  | { kind: 'used_code'; code: string; at: string; place: string | null; orderNumber: string | null }
  | { kind: 'code_not_here'; code: string; name: string }
  | { kind: 'expired'; title: string; lot: string; on: string }
  | { kind: 'refused'; title: string; refusal: CartRefusal };

export const useMiss = create<{ miss: SellMiss | null }>()(() => ({ miss: null }));

const receiptPattern = /^[A-Z0-9-]{3,20}-\d{1,3}-\d{4}-\d{6}$/;

/** Sells what was scanned, from any screen; a receipt's code leads to its return. */
export function sellCode(code: string): void {
  if (receiptPattern.test(code)) return goToReturn(code);
  goTo('sell');
  const weighed = readWeighed(code);
  if (weighed) return sellScanned(weighed.product, code, weighed.amountMilli);
  const product = tillState.getState().catalogue?.byCode(code);
  if (product) return sellScanned(product, code);
  if (isCoupon(code)) return takeCoupon(code);
  void askForCode(code);
}

/** A code that says the last day is not sold after it, also without a connection. */
function sellScanned({ variantId, title }: { variantId: string; title: string }, code: string, amountMilli?: number): void {
  const { lot, expiredOn } = scannedLot(code, storeDay());
  if (expiredOn !== null) return missed({ kind: 'expired', title, lot: lot?.lotCode ?? '', on: expiredOn });
  const piece = { serial: serialIn(code), lot };
  if (amountMilli === undefined) sellVariant(variantId, piece);
  else sellWeighed(variantId, amountMilli, piece);
}

/** What a code of the maker says of the piece itself. */
function serialIn(code: string): string | undefined {
  const { serial } = readScan(code, { today: clock.now().slice(0, 10) });
  return (serial === null ? null : normaliseSerial(serial)) ?? undefined;
}

/** What is sold by weight or measure is asked for it first; what has a serial number, for that after. */
export function sellVariant(variantId: string, { serial, lot = null }: ScannedPiece = {}): void {
  const { catalogue } = tillState.getState();
  if (priceUnitOf(catalogue?.byVariantId(variantId))) return weigh({ variantId, lineId: null, piece: { serial, lot } });
  said(variantId, addToCart(variantId, { serial: catalogue?.isBySerial(variantId) === true ? serial : undefined, lot }));
  askWhatIsMissing();
}

function askWhatIsMissing(): void {
  const { catalogue } = tillState.getState();
  const { lines, newestLineId } = useCart.getState();
  const newest = lines.find(({ lineId }) => lineId === newestLineId);
  if (useMiss.getState().miss === null && newest && missingOf(newest, catalogue) > 0) askForSerials(newest.lineId);
}

/** So much of a product; a piece that is told apart keeps what its code said. */
export function sellWeighed(variantId: string, amountMilli: number, { serial, lot = null }: ScannedPiece = {}): void {
  const { catalogue } = tillState.getState();
  const isPiece = catalogue?.byVariantId(variantId)?.usualGrams !== undefined;
  said(variantId, addWeighed(variantId, amountMilli, isPiece ? { serial: catalogue?.isBySerial(variantId) === true ? serial : undefined, lot } : {}));
  askWhatIsMissing();
}

function said(variantId: string, refusal: CartRefusal | null): void {
  playTone(refusal ? 'refused' : 'taken');
  useMiss.setState({ miss: refusal ? { kind: 'refused', title: tillState.getState().catalogue?.byVariantId(variantId)?.title ?? variantId, refusal } : null });
}

/** Whether the kept price book knows the code. */
export function isCoupon(code: string): boolean {
  const { priceBook } = tillState.getState();
  return priceBook !== null && couponPromotions(code, priceBook).length > 0;
}

/** Puts a customer's code to the sale; what it takes off stands in the totals. One that is limited is asked about first where the server can be. */
export function takeCoupon(code: string): void {
  const { priceBook } = tillState.getState();
  const isCounted = priceBook !== null && couponPromotions(code, priceBook).some(isLimited);
  if (isCounted && isConnected()) void askForCode(code);
  else putCoupon({ code: code.trim() });
}

function putCoupon(coupon: CartCoupon): void {
  const refusal = addCoupon(coupon);
  playTone(refusal ? 'refused' : 'taken');
  useMiss.setState({ miss: refusal ? { kind: 'refused', title: coupon.code, refusal } : null });
}

const isConnected = (): boolean => connection.getState().state === 'connected';

/** What is no product may be a single-use code or a member's card: only the server knows. Without it nothing is taken. */
async function askForCode(code: string): Promise<void> {
  if (!isConnected()) return missed({ kind: 'unknown_code', code, isUnasked: true });
  const asking: SellMiss = { kind: 'asking', code };
  useMiss.setState({ miss: asking });
  const { customer } = useCart.getState();
  const answer = await online.lookUpCode({ code, ...(customer ? { customerId: customer.id } : {}) }).catch(() => null);
  // Another scan came meanwhile: its answer counts, and this code is still taken.
  const isLatest = useMiss.getState().miss === asking;
  if (answer?.kind === 'customer' && answer.customer) {
    const refusal = chooseCustomer(answer.customer);
    return refusal ? missed({ kind: 'refused', title: answer.customer.name, refusal }) : taken(isLatest);
  }
  if (answer?.kind === 'coupon' && answer.coupon) return takeFound(answer.coupon);
  if (!isLatest) return;
  if (answer || !isCoupon(code)) return missed({ kind: 'unknown_code', code, isUnasked: answer === null });
  putCoupon({ code: code.trim() });
}

function takeFound({ code, promotionId, promotionName, usage, used }: NonNullable<LookedUpCode['coupon']>): void {
  if (used) return missed({ kind: 'used_code', code, ...used });
  const isHere = tillState.getState().priceBook?.promotions.some((promotion) => promotion.promotionId === promotionId);
  if (!isHere) return missed({ kind: 'code_not_here', code, name: promotionName });
  putCoupon({ code, promotionId, usage });
}

function missed(miss: SellMiss): void {
  playTone('refused');
  useMiss.setState({ miss });
}

function taken(isLatest: boolean): void {
  playTone('taken');
  if (isLatest) useMiss.setState({ miss: null });
}
