/**
 * How VAT numbers of the union's members look after their two letters, as published with the Commission's VIES service.
 * Greece is GR here and EL in its numbers.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/, BE: /^[01]\d{9}$/, BG: /^\d{9,10}$/, CY: /^\d{8}[A-Z]$/, CZ: /^\d{8,10}$/, DE: /^[1-9]\d{8}$/, DK: /^\d{8}$/, EE: /^\d{9}$/, ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/, FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, GR: /^\d{9}$/, HR: /^\d{11}$/, HU: /^\d{8}$/, IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/, IT: /^\d{11}$/, LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/, LV: /^\d{11}$/, MT: /^\d{8}$/, NL: /^\d{9}B\d{2}$/, PL: /^\d{10}$/, PT: /^\d{9}$/, RO: /^\d{2,10}$/, SE: /^\d{12}$/, SI: /^\d{8}$/, SK: /^\d{10}$/,
};

/** The parts of a VAT number of a member of the union, or null where none looks so (TAX-33). Blanks, dots and hyphens do not count. */
export function parseVatNumber(text: string): { country: string; number: string } | null {
  const [, letters = '', number = ''] = /^([A-Z]{2})(.+)$/.exec(text.toUpperCase().replace(/[\s.-]/g, '')) ?? [];
  const country = letters === 'EL' ? 'GR' : letters;
  const shape = Object.hasOwn(shapes, country) && letters !== 'GR' ? shapes[country] : undefined;
  return shape?.test(number) ? { country, number } : null;
}
