/** The clock of a zone at an instant, as a datetime-local input writes it: 'YYYY-MM-DDTHH:MM'. */
export function toZonedInput(instantMs: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const part = Object.fromEntries(format.formatToParts(instantMs).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/**
 * The instant at which a zone's clock shows this. An hour that is skipped in spring gives the hour after it, one that
 * comes twice in autumn its first time. Null: not a date and time.
 */
export function fromZonedInput(text: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const asUtc = Date.parse(`${text}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsetAt = (instant: number) => Date.parse(`${toZonedInput(instant, timeZone)}:00Z`) - instant;
  // The offsets a day before and after hold all that can apply at this clock time.
  const candidates = [asUtc - offsetAt(asUtc - 86_400_000), asUtc - offsetAt(asUtc + 86_400_000)];
  const shown = candidates.filter((instant) => toZonedInput(instant, timeZone) === text);
  return shown.length > 0 ? Math.min(...shown) : Math.max(...candidates);
}

/** The zone that most of these places are in. */
export function commonZone(places: readonly { timeZone: string }[], fallback: string): string {
  const counts = new Map<string, number>();
  for (const { timeZone } of places) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? fallback;
}
