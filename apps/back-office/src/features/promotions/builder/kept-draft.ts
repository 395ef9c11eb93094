import type { PromotionDraft } from './promotion-draft';

/** What is kept of a draft in this browser: with the release that it edits, so that it never lies over a newer one. */
interface Kept {
  draft: PromotionDraft;
  release: number | null;
}

const place = (key: string): string => `oneshelf.promotion-draft.${key}`;

/** A draft from before a reload; null where there is none, or where what it edits has changed since. */
export function keptDraft(key: string, release: number | null | 'any'): PromotionDraft | null {
  try {
    const text = globalThis.localStorage.getItem(place(key));
    if (text === null) return null;
    // JSON has no NaN: a number that was not filled in yet comes back as null. Only the last order of a condition may be null.
    const kept = JSON.parse(text, (name, value: unknown) => (value === null && name !== 'to' && name !== 'release' ? NaN : value)) as Kept;
    return release === 'any' || kept.release === release ? kept.draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, kept: Kept): void {
  try {
    globalThis.localStorage.setItem(place(key), JSON.stringify(kept));
  } catch {
    // Without room or permission the draft lives as long as the page.
  }
}

export function forgetDraft(key: string): void {
  try {
    globalThis.localStorage.removeItem(place(key));
  } catch {
    // Nothing was kept then.
  }
}
