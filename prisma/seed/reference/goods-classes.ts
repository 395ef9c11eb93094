/**
 * A product has one tax class for all countries, so goods that are taxed unlike from country to country need a class of their
 * own. Each country says which of its classes they fall into; "standard" where nothing is said.
 */
export const goodsClasses: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Zero-rated in the United Kingdom (VAT Notice 714) and Ireland, super-reduced in Luxembourg.
  'childrens-clothing': { GB: 'zero', IE: 'zero', LU: 'super-reduced' },
  // Printed books and maps: zero-rated in the United Kingdom (VAT Notice 701/10) and Ireland, reduced in Germany (UStG, Anlage 2 Nr. 49) and most of the union.
  books: {
    AT: 'reduced', BE: 'reduced', BG: 'reduced', CY: 'reduced', DE: 'reduced', EE: 'intermediate', ES: 'super-reduced', FI: 'intermediate', FR: 'reduced', GB: 'zero', GR: 'reduced', HR: 'super-reduced', HU: 'reduced',
    IE: 'zero', IT: 'super-reduced', LT: 'reduced', LU: 'super-reduced', LV: 'super-reduced', MT: 'reduced', NL: 'reduced', PL: 'reduced', PT: 'reduced', RO: 'reduced', SE: 'reduced', SI: 'super-reduced', SK: 'intermediate',
  },
};
