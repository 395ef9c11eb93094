export interface SignedInStaff { id: string; name: string; roles: string[] }

const key = 'oneshelf-till-staff';

/** Who is at the till, for as long as this tab lives: a reload in the middle of a sale does not ask for the PIN again. */
export function readSession(): SignedInStaff | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as SignedInStaff | null;
  } catch {
    return null;
  }
}

export function keepSession(staff: SignedInStaff | null): void {
  if (staff === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(staff));
}

export type WrongPins = Record<string, { count: number; until: number }>;

const pinKey = 'oneshelf-till-pins';

/** Wrong PINs outlive a reload, or a reload would be a way round the wait. */
export function readWrongPins(): WrongPins {
  try {
    return JSON.parse(localStorage.getItem(pinKey) ?? '{}') as WrongPins;
  } catch {
    return {};
  }
}

export const keepWrongPins = (wrong: WrongPins): void => localStorage.setItem(pinKey, JSON.stringify(wrong));
