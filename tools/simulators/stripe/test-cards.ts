/** What a test card does, from Stripe's public page on testing. */
export interface TestCard {
  number: string;
  brand: string;
  /** The bank's answer when the card is charged; absent: approved. */
  decline?: Decline;
  /** The customer has to authenticate first. */
  authenticate?: true;
  /** Attaching to a customer is declined too. */
  attachDeclined?: true;
}

export interface Decline {
  code: string;
  declineCode?: string;
  message: string;
  /** Kept by Stripe's fraud rules; the bank was not asked. */
  blocked?: true;
}

const declined = (declineCode: string, message = 'Your card was declined.'): Decline => ({ code: 'card_declined', declineCode, message });

const generic = declined('generic_decline');
const insufficient = declined('insufficient_funds', 'Your card has insufficient funds.');

const cards: TestCard[] = [
  { number: '4242424242424242', brand: 'visa' },
  { number: '4000056655665556', brand: 'visa' },
  { number: '5555555555554444', brand: 'mastercard' },
  { number: '378282246310005', brand: 'amex' },
  { number: '6011111111111117', brand: 'discover' },
  { number: '30569309025904', brand: 'diners' },
  { number: '3530111333300000', brand: 'jcb' },
  { number: '4000000000000077', brand: 'visa' },
  { number: '4000000000000010', brand: 'visa' },
  { number: '4000000000000101', brand: 'visa' },
  { number: '4000000000000002', brand: 'visa', decline: generic, attachDeclined: true },
  { number: '4000000000000341', brand: 'visa', decline: generic },
  { number: '4000000000009995', brand: 'visa', decline: insufficient, attachDeclined: true },
  { number: '4000000000009987', brand: 'visa', decline: declined('lost_card'), attachDeclined: true },
  { number: '4000000000009979', brand: 'visa', decline: declined('stolen_card'), attachDeclined: true },
  { number: '4000000000000127', brand: 'visa', decline: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." }, attachDeclined: true },
  { number: '4000000000000069', brand: 'visa', decline: { code: 'expired_card', message: 'Your card has expired.' }, attachDeclined: true },
  { number: '4000000000000119', brand: 'visa', decline: { code: 'processing_error', message: 'An error occurred while processing your card. Try again in a little bit.' }, attachDeclined: true },
  { number: '4100000000000019', brand: 'visa', decline: { ...declined('fraudulent'), blocked: true } },
  { number: '4000000000003220', brand: 'visa', authenticate: true },
  { number: '4000002760003184', brand: 'visa', authenticate: true },
  { number: '4000002500003155', brand: 'visa', authenticate: true },
  { number: '4000008400001629', brand: 'visa', authenticate: true, decline: generic },
  { number: '4000008260003178', brand: 'visa', authenticate: true, decline: insufficient },
];

const numberOfToken: Record<string, string> = {
  visa: '4242424242424242',
  visa_debit: '4000056655665556',
  mastercard: '5555555555554444',
  amex: '378282246310005',
  discover: '6011111111111117',
  diners: '30569309025904',
  jcb: '3530111333300000',
  bypassPending: '4000000000000077',
  visa_chargeDeclined: '4000000000000002',
  chargeDeclined: '4000000000000002',
  chargeCustomerFail: '4000000000000341',
  visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  chargeDeclinedInsufficientFunds: '4000000000009995',
  visa_chargeDeclinedLostCard: '4000000000009987',
  visa_chargeDeclinedStolenCard: '4000000000009979',
  chargeDeclinedIncorrectCvc: '4000000000000127',
  chargeDeclinedExpiredCard: '4000000000000069',
  chargeDeclinedProcessingError: '4000000000000119',
  chargeDeclinedFraudulent: '4100000000000019',
  radarBlock: '4100000000000019',
  threeDSecure2Required: '4000000000003220',
  threeDSecureRequired: '4000000000003220',
  authenticationRequired: '4000002760003184',
  authenticationRequiredOnSetup: '4000002500003155',
  threeDSecureRequiredChargeDeclined: '4000008400001629',
  authenticationRequiredChargeDeclinedInsufficientFunds: '4000008260003178',
};

/** `pm_card_visa` and `tok_visa` mean the number of the same name; undefined when it is not such a name. */
export function numberOfTestToken(token: string): string | undefined {
  const name = token.replace(/^pm_card_/, '').replace(/^tok_/, '');
  return name === token ? undefined : numberOfToken[name];
}

export const testCardOf = (number: string): TestCard | undefined => cards.find((card) => card.number === number);
