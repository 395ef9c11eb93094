const five = /^\d{5}$/;
const four = /^\d{4}$/;

/** How postcodes look, without blanks and hyphens, and an example for people. Of other countries any letters and digits are taken. */
const forms: Readonly<Record<string, { shape: RegExp; example: string }>> = {
  AT: { shape: four, example: '1010' }, BE: { shape: four, example: '1000' }, BG: { shape: four, example: '1000' }, CA: { shape: /^[ABCEGHJ-NPRSTVXY]\d[A-Z]\d[A-Z]\d$/, example: 'K1A 0B1' },
  CH: { shape: four, example: '8001' }, CY: { shape: four, example: '1010' }, CZ: { shape: five, example: '110 00' }, DE: { shape: five, example: '10115' }, DK: { shape: four, example: '1050' },
  EE: { shape: five, example: '10111' }, ES: { shape: five, example: '28001' }, FI: { shape: five, example: '00100' }, FR: { shape: five, example: '75001' },
  GB: { shape: /^([A-Z]{1,2}\d[A-Z\d]?|GIR)\d[A-Z]{2}$|^GIR0AA$/, example: 'SW1A 1AA' }, GR: { shape: five, example: '104 31' }, HR: { shape: five, example: '10000' }, HU: { shape: four, example: '1011' },
  IE: { shape: /^[AC-FHKNPRTV-Y](\d{2}|6W)[0-9AC-FHKNPRTV-Y]{4}$/, example: 'D02 AF30' }, IT: { shape: five, example: '00184' }, LT: { shape: /^(LT)?\d{5}$/, example: '01100' },
  LU: { shape: /^(L)?\d{4}$/, example: '1009' }, LV: { shape: /^(LV)?\d{4}$/, example: 'LV-1050' }, MT: { shape: /^[A-Z]{3}\d{4}$/, example: 'VLT 1117' }, NL: { shape: /^\d{4}[A-Z]{2}$/, example: '1011 AB' },
  NO: { shape: four, example: '0150' }, PL: { shape: five, example: '00-001' }, PT: { shape: /^\d{7}$/, example: '1000-001' }, RO: { shape: /^\d{6}$/, example: '010011' }, SE: { shape: five, example: '111 22' },
  SI: { shape: four, example: '1000' }, SK: { shape: five, example: '811 01' }, US: { shape: /^\d{5}(\d{4})?$/, example: '90210' },
};
const anywhere = { shape: /^[A-Z0-9]{2,12}$/, example: '12345' };

/** Whether a postcode can be one of this country (TAX-34); where not, an example of one that is. */
export function postcodeForm(country: string, postcode: string): { fits: true } | { fits: false; example: string } {
  const { shape, example } = (Object.hasOwn(forms, country) ? forms[country] : undefined) ?? anywhere;
  return shape.test(postcode.toUpperCase().replace(/[\s-]/g, '')) ? { fits: true } : { fits: false, example };
}
