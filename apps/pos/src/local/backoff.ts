const firstMs = 1000;
const mostMs = 30_000;

/** How long to wait after so many failures in a row: 1, 2, 4 … 30 s, less up to a half by chance, so that tills that lost the server together do not come back together. */
export const backoffMs = (failures: number, chance: number): number => Math.round(Math.min(mostMs, firstMs * 2 ** Math.max(0, failures - 1)) * (1 - chance / 2));
