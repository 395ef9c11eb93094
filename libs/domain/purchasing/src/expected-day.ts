const DAY_MS = 86_400_000;

/** The day on which goods that are ordered today arrive: calendar days, as suppliers quote them (PUR-10). YYYY-MM-DD. */
export const expectedDay = (today: string, leadTimeDays: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + leadTimeDays * DAY_MS).toISOString().slice(0, 10);
