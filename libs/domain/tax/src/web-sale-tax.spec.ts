import { parseVatNumber } from './vat-number';
import { postcodeForm } from './postcode-form';
import { webSaleTax, type WebSale } from './web-sale-tax';

const at = '2026-11-22T10:00:00Z';
const shop = (more: Partial<WebSale>): WebSale => ({ home: 'DE', paysAtDestination: true, priceAbroad: 'gross_stays', at, ...more });
const placeOf = (more: Partial<WebSale>): (string | undefined)[] => {
  const { taxCountry, terms } = webSaleTax(shop(more));
  return [taxCountry, terms?.because, terms?.home.policy];
};

describe('webSaleTax', () => {
  it('TAX-30 taxes a pickup at its store and a delivery at its destination, by postcode', () => {
    expect(webSaleTax(shop({ pickupAt: { country: 'DE' } }))).toEqual({ taxCountry: 'DE' });
    expect(webSaleTax(shop({}))).toEqual({ taxCountry: 'DE' });
    expect(webSaleTax(shop({ destination: { country: 'AT', postcode: '1010' } }))).toEqual({
      taxCountry: 'AT',
      terms: { place: { postcode: '1010' }, because: 'destination_union', from: { country: 'DE' }, to: { country: 'AT', postcode: '1010' }, home: { place: { country: 'DE' }, policy: 'gross_stays' } },
    });
    expect(placeOf({ destination: { country: 'DE', postcode: '27498' } })).toEqual(['DE', 'destination', 'gross_stays']);
  });

  it('TAX-31 taxes at home below the threshold, and abroad not at all outside the union', () => {
    expect(placeOf({ destination: { country: 'FR' }, paysAtDestination: false })).toEqual(['DE', 'origin_below_threshold', 'gross_stays']);
    expect(placeOf({ destination: { country: 'CH' } })).toEqual(['CH', 'export', 'net_stays']);
    expect(placeOf({ home: 'GB', destination: { country: 'IE' } })).toEqual(['IE', 'export', 'net_stays']);
    expect(placeOf({ home: 'GB', destination: { country: 'GB', postcode: 'LS1 4AP' } })).toEqual(['GB', 'destination', 'gross_stays']);
    expect(webSaleTax(shop({ home: 'US', destination: { country: 'US', region: 'CA', postcode: '90210' } })).terms?.place).toEqual({ region: 'CA', postcode: '90210' });
  });

  it('TAX-32 keeps the price or the net within the union as the shop says, with the buyer beside it', () => {
    const buyer = { vatNumber: { country: 'AT', number: 'U12345678', isConfirmed: true } };
    expect(webSaleTax(shop({ destination: { country: 'AT' }, priceAbroad: 'net_stays', buyer })).terms).toMatchObject({ buyer, home: { policy: 'net_stays' } });
  });
});

describe('parseVatNumber', () => {
  it.each([['ATU12345678', 'AT', 'U12345678'], ['fr 40 303 265 045', 'FR', '40303265045'], ['EL123456789', 'GR', '123456789'], ['NL-0044.95445B01', 'NL', '004495445B01']])('TAX-33 reads %s', (text, country, number) => {
    expect(parseVatNumber(text)).toEqual({ country, number });
  });

  it.each(['', 'AT12345678', 'GB123456789', 'XX123', 'DE012345678', 'DE12345678', 'GR123456789', 'toString', '__proto__1'])('TAX-33 refuses %j', (text) => {
    expect(parseVatNumber(text)).toBeNull();
  });
});

describe('postcodeForm', () => {
  it.each([['GB', 'LS1 4AP'], ['GB', 'sw1a 1aa'], ['AT', '1010'], ['DE', '10115'], ['NL', '1011 AB'], ['US', '90210-1234'], ['PT', '9050-021'], ['ZZ', 'AB 12']])('TAX-34 takes %s %s', (country, postcode) => {
    expect(postcodeForm(country, postcode)).toEqual({ fits: true });
  });

  it.each([['GB', '12345', 'SW1A 1AA'], ['AT', '10115', '1010'], ['DE', '1010', '10115'], ['DE', '10115; DROP', '10115'], ['US', 'LS1 4AP', '90210'], ['ZZ', '?', '12345'], ['toString', '', '12345']])('TAX-34 refuses %s %s', (country, postcode, example) => {
    expect(postcodeForm(country, postcode)).toEqual({ fits: false, example });
  });
});
