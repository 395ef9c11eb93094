import type { TaxTableRate } from './choose-tax-rates';
import { discountInMode } from './discount-mode';
import { placeOfTax, type SaleTerms } from './place-of-tax';
import { priceAbroad } from './price-abroad';
import { shareShipping } from './share-shipping';
import { taxInParts } from './tax-amount';
import { taxTables } from './tax-provider';
import type { ExemptionCertificate } from './tax-relief';
import { taxSale, type TaxSaleRequest } from './tax-sale';
import { countriesMet, isInVatUnion, vatUnionAt } from './vat-union';

const at = '2026-03-02T09:00:00Z';
const rate = (country: string, taxClass: string, rateBasisPoints: number): TaxTableRate => ({
  country, taxClass, name: `${country} ${taxClass}`, rateBasisPoints, validFrom: '2021-01-01T00:00:00Z', validTo: null,
});
const table = [
  rate('DE', 'standard', 1900), rate('DE', 'reduced', 700), rate('FR', 'standard', 2000), rate('RO', 'standard', 2400), rate('GB', 'standard', 2000),
  { ...rate('US', 'standard', 625), region: 'TX', layer: 'state' }, { ...rate('US', 'standard', 600), region: 'CA', layer: 'state' },
];
const german = { country: 'DE' };
const goods = (amountMinor: number, more: Partial<TaxSaleRequest['lines'][number]> = {}): TaxSaleRequest['lines'][number] => ({ lineId: 'a', taxClasses: ['standard'], amountMinor, taxInclusive: true, ...more });
const sale = (more: Partial<TaxSaleRequest>): TaxSaleRequest => ({ at, place: { place: german, because: 'destination' }, lines: [goods(1190)], ...more });
const answer = (more: Partial<TaxSaleRequest>) => {
  const taxed = taxSale(sale(more), table);
  if (!taxed.ok) throw new Error(taxed.refusal.kind);
  return taxed.value;
};

describe('placeOfTax', () => {
  const where = (more: Partial<SaleTerms>): string | undefined => {
    const found = placeOfTax({ handover: 'delivery', seller: { country: 'DE' }, shipFrom: german, at, ...more });
    return found && `${found.place.country}${found.place.region ?? ''} ${found.because}`;
  };

  it('TAX-15 takes the store, and the store of the pickup', () => {
    expect([where({ handover: 'store', store: german, destination: { country: 'FR' } }), where({ handover: 'pickup', store: { country: 'FR' } })]).toEqual(['DE store', 'FR pickup_store']);
    expect([where({ handover: 'store' }), where({})]).toEqual([undefined, undefined]);
  });

  it('TAX-15 takes origin or destination between members, and none abroad', () => {
    const france = { destination: { country: 'FR' } };
    expect([where(france), where({ ...france, seller: { country: 'DE', paysAtDestination: true } }), where({ destination: german })]).toEqual(['DE origin_below_threshold', 'FR destination_union', 'DE destination']);
    expect([where({ destination: { country: 'CH' } }), where({ destination: { country: 'CH' }, seller: { country: 'DE', registeredIn: ['CH'] } }), where({ destination: { country: 'GB' } })]).toEqual(['CH export', 'CH destination', 'GB export']);
    expect(where({ destination: { country: 'GB' }, at: '2020-12-31T12:00:00Z' })).toBe('DE origin_below_threshold');
  });

  it('TAX-15 takes the destination in the US, but for states of origin', () => {
    const terms = { shipFrom: { country: 'US', region: 'TX' }, seller: { country: 'US', originStates: ['TX'] } };
    expect([where({ ...terms, destination: { country: 'US', region: 'TX', postcode: '78701' } }), where({ ...terms, destination: { country: 'US', region: 'CA' } })]).toEqual(['USTX origin_state', 'USCA destination']);
  });

  it('TAX-15 knows the members of a day', () => {
    expect([isInVatUnion('GB', '2020-12-31'), isInVatUnion('GB', at), isInVatUnion('HR', '2013-06-30'), isInVatUnion('HR', '2013-07-01'), isInVatUnion('CH', at)]).toEqual([true, false, false, true, false]);
    expect([vatUnionAt(at).length, vatUnionAt('2020-01-01').length, countriesMet('US', at), countriesMet('DE', at).includes('FR')]).toEqual([27, 28, ['US'], true]);
  });
});

describe('taxSale', () => {
  it('TAX-16 frees by certificate, class, place and date', () => {
    const resale: ExemptionCertificate = { certificateId: 'c1', reason: 'resale', validFrom: '2025-01-01T00:00:00Z', validTo: '2027-01-01T00:00:00Z', places: [{ country: 'US', region: 'TX' }] };
    const inState = (region: string, certificate = resale, when = at) =>
      answer({ at: when, place: { place: { country: 'US', region }, because: 'destination' }, lines: [goods(1000, { taxInclusive: false })], buyer: { certificates: [certificate] } });
    expect([inState('TX').taxMinor, inState('CA').taxMinor, inState('TX', resale, '2027-01-01T00:00:00Z').taxMinor, inState('TX', { ...resale, taxClasses: ['food'] }).taxMinor]).toEqual([0, 60, 63, 63]);
    expect(inState('TX').reliefs.get('a')).toEqual({ kind: 'exempt', certificateId: 'c1', reason: 'resale' });
    const charity = answer({ place: { place: { country: 'GB' }, because: 'store' }, lines: [goods(1200)], buyer: { certificates: [{ ...resale, reason: 'charity', places: [] }] } });
    expect([charity.grossMinor, charity.taxMinor]).toEqual([1000, 0]);
  });

  it('TAX-17 leaves the tax to a business of another member', () => {
    const buyer = { vatNumber: { country: 'FR', number: '40303265045', isConfirmed: true } };
    const toFrance: Partial<TaxSaleRequest> = { from: german, to: { country: 'FR' }, place: { place: { country: 'FR' }, because: 'destination_union' }, home: { place: german, policy: 'gross_stays' } };
    const free = answer({ ...toFrance, buyer });
    expect([free.grossMinor, free.taxMinor, free.reliefs.get('a')]).toEqual([1000, 0, { kind: 'reverse_charge', vatNumber: 'FR40303265045' }]);
    expect(answer({ ...toFrance, buyer: { vatNumber: { ...buyer.vatNumber, isConfirmed: false } } }).taxMinor).toBe(198);
    expect(answer({ from: german, to: german, buyer }).taxMinor).toBe(190);
    expect(answer({ place: { place: german, because: 'store' }, to: { country: 'FR' }, buyer }).taxMinor).toBe(190);
  });

  it('TAX-18 adjusts a price to another rate as the policy says', () => {
    const abroad = (awayPpm: number, policy: 'net_stays' | 'gross_stays'): number => priceAbroad({ grossMinor: 1000, homePpm: 190_000, awayPpm, policy });
    expect([abroad(240_000, 'net_stays'), abroad(240_000, 'gross_stays'), abroad(0, 'net_stays'), abroad(190_000, 'net_stays')]).toEqual([1042, 1000, 840, 1000]);
    const romanian = (policy: 'net_stays' | 'gross_stays') => answer({ lines: [goods(1000)], place: { place: { country: 'RO' }, because: 'destination_union' }, home: { place: german, policy } });
    expect([romanian('net_stays').grossMinor, romanian('net_stays').taxMinor, romanian('gross_stays').grossMinor, romanian('gross_stays').taxMinor]).toEqual([1042, 202, 1000, 194]);
    const exported = answer({ lines: [goods(1000)], place: { place: { country: 'CH' }, because: 'export' }, home: { place: german, policy: 'net_stays' } });
    expect([exported.grossMinor, exported.taxMinor, exported.reliefs.get('a')]).toEqual([840, 0, { kind: 'export' }]);
  });

  it('TAX-19 shares shipping over the rates of the goods, or gives it a class of its own', () => {
    const lines = [goods(6000, { lineId: 'a' }), goods(4000, { lineId: 'b', taxClasses: ['reduced'] })];
    const shared = answer({ lines, shipping: [{ chargeId: 'parcel', amountMinor: 1000, taxInclusive: true }] });
    expect(shared.groups.map(({ taxClass, netMinor, taxMinor }) => [taxClass, netMinor, taxMinor])).toEqual([['reduced', 4112, 288], ['standard', 5546, 1054]]);
    expect([shared.shipping.get('parcel')?.grossMinor, shared.grossMinor]).toEqual([1000, 11_000]);
    expect(answer({ lines, shipping: [{ chargeId: 'parcel', amountMinor: 1190, taxInclusive: true, taxClasses: ['standard'] }] }).shipping.get('parcel')).toEqual({ netMinor: 1000, taxMinor: 190, grossMinor: 1190 });
    expect(shareShipping(500, [{ lineId: 'a', amountMinor: 0, taxes: [] }])).toEqual([{ amountMinor: 500, taxes: [] }]);
    expect(answer({ lines }).shipping.size).toBe(0);
  });

  it('TAX-18 changes the price of each unit where units are rounded', () => {
    const two = sale({ lines: [goods(200, { units: 2 })], place: { place: { country: 'CH' }, because: 'export' }, home: { place: { country: 'GB' }, policy: 'net_stays' } });
    const total = (per: 'unit' | 'line'): number | false => {
      const taxed = taxSale({ ...two, rules: { per } }, table);
      return taxed.ok && taxed.value.grossMinor;
    };
    expect([total('unit'), total('line')]).toEqual([166, 167]);
  });

  it('TAX-23 [L-39] converts a discount to the mode of the price', () => {
    const price = (taxInclusive: boolean) => ({ taxInclusive, ratePpm: 200_000 });
    expect([discountInMode({ amountMinor: 1000, isNet: true }, price(true)), discountInMode({ amountMinor: 1200, isNet: false }, price(false))]).toEqual([1200, 1000]);
    expect([discountInMode({ amountMinor: 1000, isNet: true }, price(false)), discountInMode({ amountMinor: 1200, isNet: false }, price(true))]).toEqual([1000, 1200]);
  });

  it('TAX-20 keeps a line in parts of a penny', () => {
    expect([taxInParts(1234, 500, { parts: 10, rounding: 'down' }), taxInParts(1234, 500, { parts: 1, rounding: 'down' })]).toEqual([617, 61]);
  });

  it('TAX-10 leaves exempt goods untaxed without a rate', () => {
    const exempt = answer({ lines: [goods(1190), goods(500, { lineId: 'b', taxClasses: ['exempt'] })] });
    expect([exempt.grossMinor, exempt.taxMinor, exempt.lines.get('b')?.netMinor]).toEqual([1690, 190, 500]);
  });

  it('TAX-21 asks the tables by default and refuses what they do not hold', async () => {
    const taxed = await taxTables(table).taxOf(sale({}));
    expect(taxed.ok && taxed.value.taxMinor).toBe(190);
    expect(taxSale(sale({ lines: [goods(100, { taxClasses: ['parking'] })] }), table)).toEqual({ ok: false, refusal: { kind: 'no_tax_rate', lineId: 'a', taxClass: 'parking', country: 'DE' } });
  });
});
