import * as z from 'zod';

const HoldReferenceSchema = z.object({ holdId: z.uuid(), token: z.string() });

/** The hold of this checkout and its secret. */
export type HoldReference = z.infer<typeof HoldReferenceSchema>;

const keyOf = (market: string) => `oneshelf.hold.${market}`;

/** The hold of this tab, also after a reload; undefined: there is none. */
export function openHold(market: string): HoldReference | undefined {
  try {
    return HoldReferenceSchema.safeParse(JSON.parse(window.sessionStorage.getItem(keyOf(market)) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

export function keepHold(market: string, hold: HoldReference | undefined): void {
  try {
    if (hold === undefined) window.sessionStorage.removeItem(keyOf(market));
    else window.sessionStorage.setItem(keyOf(market), JSON.stringify(hold));
  } catch {
    // A browser that keeps nothing asks anew after a reload; what it held lapses.
  }
}
