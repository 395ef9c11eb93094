import { binRange, closedTo, inWalkOrder, isWithinSpan, readBinCode, readBinSpan } from './bins';

describe('bins', () => {
  it('INV-102 a code says aisle, bay and shelf', () => {
    expect(readBinCode(' a-03-2 ')).toEqual({ code: 'A-03-2', aisle: 'A' });
    expect(readBinCode('12-1')).toEqual({ code: '12-1', aisle: '12' });
    for (const wrong of ['', 'A', 'A-', 'A03', 'A-0301', 'A-1-2-3', 'AISLE-1', 'A-x']) expect(readBinCode(wrong)).toBeNull();
  });

  it('INV-102 a range counts its last number', () => {
    expect(binRange('A-09', 'A-11')?.map(({ code }) => code)).toEqual(['A-09', 'A-10', 'A-11']);
    expect(binRange('A-03-1', 'A-03-2')?.map(({ code }) => code)).toEqual(['A-03-1', 'A-03-2']);
    for (const [from, to] of [['A-11', 'A-09'], ['A-01', 'B-02'], ['A-1', 'A-10'], ['A-000', 'A-999'], ['A', 'B']] as const) expect(binRange(from, to)).toBeNull();
  });

  it('INV-131 a closed bin takes nothing new', () => {
    expect(closedTo(['A-01', 'A-02', 'A-03'], { closed: new Set(['A-02', 'A-03']), standing: new Set(['A-03']) })).toEqual(['A-02']);
  });

  it('INV-132 a span of bins takes in all of an aisle or a bay that bounds it', () => {
    const within = (from: string, to: string) => { const span = readBinSpan(from, to); return span && ['A-01', 'A-03-2', 'A-12', 'B-01', '9-1', '10-2'].filter((code) => isWithinSpan(code, span)); };
    expect(within('a', 'A')).toEqual(['A-01', 'A-03-2', 'A-12']);
    expect(within('A-02', 'B')).toEqual(['A-03-2', 'A-12', 'B-01']);
    expect(within('A-03', 'A-03')).toEqual(['A-03-2']);
    expect(within('9', '10')).toEqual(['9-1', '10-2']);
    for (const [from, to] of [['B', 'A'], ['A-9', 'A-1'], ['shelf', 'A'], ['', 'A']] as const) expect(readBinSpan(from, to)).toBeNull();
  });

  it('INV-103 lines are picked as one walks, what has no bin comes last', () => {
    const bins: Record<string, { walk: number; code: string }> = { hat: { walk: 30, code: 'B-01' }, mug: { walk: 10, code: 'C-01' }, rope: { walk: 30, code: 'A-09' } };
    expect(inWalkOrder(['sock', 'hat', 'mug', 'belt', 'rope'], (line) => bins[line])).toEqual(['mug', 'rope', 'hat', 'sock', 'belt']);
  });
});
