/** YYYY-MM-DD on a place's calendar. */
export const dayAt = (timeZone: string, now: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
