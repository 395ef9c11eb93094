import { missingSerials, nothingFound, receivedLine, sentLine, withDamage, withSerials, type TransferLine } from './transfer-found';

const line = {
  id: 'a', variantId: 'gps', sku: 'GPS', title: 'GPS', variantTitle: '', barcodes: [], unit: 'piece', requestedMilli: 3000, shippedMilli: 3000, receivedMilli: 0, damagedMilli: 0, missingMilli: 0, surplusMilli: 0, inTransitMilli: 3000, availableMilli: 0,
  bySerial: true, serialsOnRoad: ['A1', 'A2'], unnamedMilli: 1000,
} satisfies TransferLine;

describe('what was scanned of a transfer', () => {
  it('INV-135 each piece with a serial counts once and leaves by its name, beside those without', () => {
    const found = withSerials({ ...nothingFound, allMilli: 1000 }, ['A1', 'A2']);
    expect(sentLine(line, found)).toEqual({ lineId: 'a', quantityMilli: 3000, serials: ['A1', 'A2'] });
    expect(sentLine(line, nothingFound)).toEqual({ lineId: 'a', quantityMilli: 0 });
  });

  it('INV-136 the piece that was not scanned is missing, a damaged one is named as such', () => {
    const found = withDamage(withSerials(nothingFound, ['A2']), 'A2');
    expect(missingSerials([line], () => found)).toEqual(['A1']);
    expect(receivedLine(line, found, false)).toEqual({ lineId: 'a', receivedMilli: 0, damagedMilli: 1000, missingMilli: 0, surplusMilli: 0, serials: [], damagedSerials: ['A2'] });
    expect(receivedLine(line, withDamage(found, 'A2'), true)).toMatchObject({ receivedMilli: 1000, damagedMilli: 0, missingMilli: 2000, serials: ['A2'] });
    expect(withSerials(found, [])).toEqual(nothingFound);
  });
});
