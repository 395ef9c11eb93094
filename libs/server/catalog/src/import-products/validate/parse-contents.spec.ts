import { parseContents } from './parse-contents';

const said = (text: string, unit = ''): string => {
  const result = parseContents(text, unit);
  return result.ok ? `${result.value.quantityMilli} ${result.value.unit}` : result.refusal.kind;
};

describe('contents', () => {
  it.each([
    ['250', 'g', '250000 g'], ['250 g', '', '250000 g'], ['0,75', 'l', '750 l'], ['75cl', '', '750000 ml'], ['1.5 kg', '', '1500 kg'], ['10', 'Stück', '10000 piece'], ['50 m²', '', '50000 m2'], ['500 mg', '', '500 g'], ['120', 'cm', '1200 m'],
  ])('%s %s is %s', (text, unit, expected) => {
    expect(said(text, unit)).toBe(expected);
  });

  it('refuses what is no quantity, an unknown unit and nothing', () => {
    expect([said('a lot', 'g'), said('250', ''), said('250 oz'), said('0', 'g'), said('-5', 'g')]).toEqual(['bad_contents', 'unknown_contents_unit', 'unknown_contents_unit', 'bad_contents', 'bad_contents']);
  });
});
