const notes = [5, 10, 20, 50, 100, 200];

/** The three sums that a customer most likely hands over: the next full notes above what is left. 508.58 → 510, 520, 550. */
export function suggestNotes(leftMinor: number, fractionDigits: number): number[] {
  const unit = 10 ** fractionDigits;
  const sums = notes.map((note) => Math.ceil(leftMinor / (note * unit)) * note * unit).filter((sum) => sum > leftMinor);
  return [...new Set(sums)].sort((one, other) => one - other).slice(0, 3);
}
