import { create } from 'zustand';
import { waitAfter } from '../../local/pin';
import { keepWrongPins, readWrongPins, type WrongPins } from '../../local/session';

/** Wrong PINs in a row, by person. After five the person waits; the others do not. */
export const usePinAttempts = create<{ wrong: WrongPins }>()(() => ({ wrong: readWrongPins() }));

usePinAttempts.subscribe(({ wrong }) => keepWrongPins(wrong));

export function countWrongPin(staffId: string, nowMs: number): void {
  usePinAttempts.setState(({ wrong }) => {
    const count = (wrong[staffId]?.count ?? 0) + 1;
    return { wrong: { ...wrong, [staffId]: { count, until: nowMs + waitAfter(count) * 1000 } } };
  });
}

export const forgetWrongPins = (staffId: string): void => usePinAttempts.setState(({ wrong }) => ({ wrong: { ...wrong, [staffId]: { count: 0, until: 0 } } }));
