import type { SalePayload } from '@oneshelf/contracts';
import { saleSerials } from './sale-serials';

const line = (lineId: string, quantityMilli: number, variantId = 'watch') => ({ lineId, variantId, quantityMilli });
const sale = (lines: ReturnType<typeof line>[], traced: SalePayload['traced']) => ({ basket: { lines }, traced }) as unknown as Pick<SalePayload, 'basket' | 'traced'>;
const piece = (lineId: string, serialNumber: string) => ({ lineId, serialNumber, quantityMilli: 1000 });

describe('the pieces of a till sale', () => {
  it('INV-98 are booked by line, as they are kept', () => {
    const said = saleSerials(sale([line('a', 2000), line('b', 1000, 'lamp')], [piece('a', ' gps 1'), piece('a', 'GPS2'), piece('b', 'GPS1')]));
    expect([...said.byLine]).toEqual([['a', ['GPS1', 'GPS2']], ['b', ['GPS1']]]);
    expect(said.found).toEqual([]);
  });

  it('INV-98 what cannot be booked is named and stops nothing: twice, too many, of no line, no serial', () => {
    const said = saleSerials(sale([line('a', 1000), line('b', 1000)], [piece('a', 'S1'), piece('a', 'S2'), piece('b', 's1'), piece('x', 'S3'), piece('b', ' ')]));
    expect([...said.byLine]).toEqual([['a', ['S1']]]);
    expect(said.found.map(({ reason, lineId, serialNumber }) => [reason, lineId, serialNumber])).toEqual([['unusable', 'a', 'S2'], ['unusable', 'b', 's1'], ['unusable', 'x', 'S3'], ['unusable', 'b', ' ']]);
  });

  it('INV-98 a piece that could not be read is named with who allowed it', () => {
    const said = saleSerials(sale([line('a', 2000)], [piece('a', 'S1'), { lineId: 'a', quantityMilli: 1000, notReadBy: 'Ana Reis' }]));
    expect(said.notRead).toEqual([{ lineId: 'a', pieces: 1, allowedBy: 'Ana Reis' }]);
    expect(said.found).toEqual([{ reason: 'not_read', lineId: 'a', pieces: 1, allowedBy: 'Ana Reis' }]);
  });
});
