/** The cards that this demo page offers. Card numbers go to Stripe only, so a page without Stripe's own form names Stripe's test payment methods. */
export const testCards = [
  { id: 'visa', paymentMethodId: 'pm_card_visa' },
  { id: 'authenticate', paymentMethodId: 'pm_card_authenticationRequired' },
  { id: 'declined', paymentMethodId: 'pm_card_visa_chargeDeclined' },
] as const;

export type TestCardId = (typeof testCards)[number]['id'];
