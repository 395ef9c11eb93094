/** The day for lists over several places, YYYY-MM-DD. */
export const utcDay = (now: Date): string => now.toISOString().slice(0, 10);
