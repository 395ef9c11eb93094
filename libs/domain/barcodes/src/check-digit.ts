/** The GS1 check digit (modulo 10, weights 3 and 1 from the right) of a payload of digits. */
export function gs1CheckDigit(payload: string): number {
  const sum = [...payload].reduceRight((total, digit, place) => total + Number(digit) * ((payload.length - place) % 2 === 1 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** Whether the last of the digits is the check digit of those before it. */
export const hasCheckDigit = (digits: string): boolean => /^\d{2,}$/.test(digits) && gs1CheckDigit(digits.slice(0, -1)) === Number(digits.at(-1));

// What a digit counts in an in-store code, GS1 General Specifications, "Price/weight verifier digit": the cross sum of twice
// the digit less its tens, of five times the digit with its tens added, and less its tens.
const twiceLess = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
const fiveMore = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
const fiveLess = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];
const threefold = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
const weightsOfFour = [twiceLess, twiceLess, threefold, fiveLess];
const weightsOfFive = [fiveMore, twiceLess, fiveLess, fiveMore, twiceLess];

/** The inner check digit over the four or five digits of a weight or price in an in-store code; null for another length. */
export function inStoreCheckDigit(value: string): number | null {
  if (!/^\d{4,5}$/.test(value)) return null;
  const weights = value.length === 4 ? weightsOfFour : weightsOfFive;
  const sum = [...value].reduce((total, digit, place) => total + (weights[place]?.[Number(digit)] ?? 0), 0);
  return value.length === 4 ? (sum * 3) % 10 : fiveLess.indexOf((10 - (sum % 10)) % 10);
}
