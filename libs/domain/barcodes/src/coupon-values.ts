import { dateProblem } from './date-values';

/** Reads digits from the front of a text. What is missing or not allowed is the first problem, and everything after it is empty. */
class Digits {
  problem: string | null = null;

  constructor(private rest: string) {}

  get isAtEnd(): boolean {
    return this.problem !== null || this.rest === '';
  }

  take(length: number, problem: string): string {
    const taken = this.rest.slice(0, length);
    if (!/^\d*$/.test(taken) || taken.length < length) this.problem ??= problem;
    this.rest = this.problem ? '' : this.rest.slice(length);
    return this.problem ? '' : taken;
  }

  /** A digit out of a few. */
  choice(among: string, problem: string): string {
    const taken = this.take(1, problem);
    if (!among.includes(taken)) this.problem ??= problem;
    return taken;
  }

  /** A digit that says how many follow, and those: the digit plus `more`. */
  counted(among: string, more: number, problem: string): string {
    const count = this.choice(among, problem);
    return this.problem ? '' : this.take(Number(count) + more, problem);
  }

  date(problem: string): void {
    if (dateProblem(this.take(6, problem), 'YYMMDD') !== null) this.problem ??= problem;
  }
}

const companyLengths = '0123456';
const amountLengths = '12345';
const requirements = '012349';

/** North American coupons, AI 8110 (GS1 US, "North American Coupon Application Guideline"). */
export function couponProblem(value: string): string | null {
  const digits = new Digits(value);
  digits.counted(companyLengths, 6, 'coupon_company');
  digits.take(6, 'coupon_offer');
  digits.counted(amountLengths, 0, 'coupon_save_value');
  purchase(digits);
  let before = 0;
  while (!digits.isAtEnd) {
    const field = Number(digits.choice('1234569', 'coupon_field'));
    // The fields that may be left out stand in the order of their numbers, each once.
    if (field <= before) digits.problem ??= 'coupon_more_than_it_may_hold';
    optionalFields[field]?.(digits);
    before = field;
  }
  return digits.problem;
}

const optionalFields: Record<number, (digits: Digits) => void> = {
  1: (digits) => { digits.choice('0123', 'coupon_purchase_rules'); furtherPurchase(digits); },
  2: furtherPurchase,
  3: (digits) => digits.date('coupon_end'),
  4: (digits) => digits.date('coupon_start'),
  5: (digits) => { digits.counted('0123456789', 6, 'coupon_serial'); },
  6: (digits) => { digits.counted('1234567', 6, 'coupon_retailer'); },
  9: (digits) => {
    digits.choice('01256', 'coupon_save_value_code');
    digits.choice('012', 'coupon_item');
    digits.take(1, 'coupon_store_flag');
    digits.choice('01', 'coupon_multiply_flag');
  },
};

function purchase(digits: Digits): void {
  digits.counted(amountLengths, 0, 'coupon_purchase');
  digits.choice(requirements, 'coupon_purchase_code');
  digits.take(3, 'coupon_family');
}

/** 9 in place of a company: the one that the coupon begins with. */
function furtherPurchase(digits: Digits): void {
  purchase(digits);
  const length = digits.choice(`${companyLengths}9`, 'coupon_company');
  if (length !== '9' && length !== '') digits.take(Number(length) + 6, 'coupon_company');
}

/** Offers that a till checks with who pays for them, AI 8112. */
export function posOfferProblem(value: string): string | null {
  const digits = new Digits(value);
  digits.choice('01', 'offer_format');
  digits.counted(companyLengths, 6, 'offer_funder');
  digits.take(6, 'offer_code');
  digits.counted('0123456789', 6, 'offer_serial');
  return digits.isAtEnd ? digits.problem : 'offer_more_than_it_may_hold';
}
