import { checkoutRequest, emptyCheckout, type CheckoutForm } from './checkout-form';

const variantId = '018f0000-0000-7000-8000-000000000001';
const storeId = '018f0000-0000-7000-8000-0000000000aa';
const known = { lines: [{ variantId, quantityMilli: 1000 }], expectedTotalMinor: 5950, country: 'GB', returnUrl: 'http://shop.example/shop/orders/{orderId}/return?token={token}' };
const filled: CheckoutForm = { ...emptyCheckout, storeId, name: ' Priya Nair ', email: 'priya@example.com ', card: 'visa' };

describe('checkoutRequest', () => {
  it('asks for a pickup with the total that was seen', () => {
    expect(checkoutRequest(filled, known)).toEqual({
      request: {
        lines: known.lines, fulfilment: { kind: 'pickup', locationId: storeId }, customer: { name: 'Priya Nair', email: 'priya@example.com' },
        expectedTotalMinor: 5950, paymentMethodId: 'pm_card_visa', returnUrl: known.returnUrl,
      },
    });
  });
  it('asks for a delivery without an empty second line', () => {
    const form: CheckoutForm = { ...filled, way: 'delivery', card: 'authenticate', address: { line1: '1 High Street', line2: ' ', city: 'Leeds', postcode: 'LS1 1AA' } };
    expect(checkoutRequest(form, known)).toMatchObject({ request: { fulfilment: { kind: 'delivery', address: { line1: '1 High Street', city: 'Leeds', postcode: 'LS1 1AA', country: 'GB' } }, paymentMethodId: 'pm_card_authenticationRequired' } });
  });
  it('sends it to another country the way that was picked, and not to a postcode that it cannot have', () => {
    const form: CheckoutForm = { ...filled, way: 'delivery', country: 'AT', shippingMethodId: 'union', address: { line1: 'Ring 1', line2: '', city: 'Wien', postcode: '1010' } };
    expect(checkoutRequest(form, known)).toMatchObject({ request: { shippingMethodId: 'union', fulfilment: { address: { country: 'AT', postcode: '1010' } } } });
    expect(checkoutRequest({ ...form, address: { ...form.address, postcode: '10115' } }, known)).toEqual({ wrong: ['postcode'] });
  });
  it('names what is missing, in the order of the page', () => {
    expect(checkoutRequest(emptyCheckout, known)).toEqual({ wrong: ['store', 'name', 'email', 'card'] });
    expect(checkoutRequest({ ...emptyCheckout, way: 'delivery', email: 'not an address' }, known)).toEqual({ wrong: ['line1', 'city', 'postcode', 'name', 'email', 'card'] });
  });
});
