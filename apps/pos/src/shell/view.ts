import { create } from 'zustand';
import { keepSession, readSession, type SignedInStaff } from '../local/session';

export const screens = ['sell', 'pickups', 'returns', 'orders', 'stock', 'receive', 'shift', 'sync'] as const;
export type Screen = (typeof screens)[number];

const screenOfHash = (): Screen => screens.find((screen) => screen === location.hash.slice(1)) ?? 'sell';

export interface View {
  screen: Screen;
  /** What stands in the search box; each screen makes its own of it. */
  query: string;
  staff: SignedInStaff | null;
  /** Said once by the screen reader: what a scan did. */
  spoken: string;
  /** A receipt or order that the returns screen shall look up at once. */
  returnCode: string | null;
  /** A sale is done and its change and receipt are on the screen. */
  isReceiptShown: boolean;
  setQuery: (query: string) => void;
  say: (spoken: string) => void;
  signIn: (staff: SignedInStaff) => void;
  lock: () => void;
}

export const useView = create<View>()((set) => ({
  screen: screenOfHash(), query: '', staff: readSession(), spoken: '', returnCode: null, isReceiptShown: false,
  setQuery: (query) => set({ query }),
  say: (spoken) => set({ spoken }),
  signIn: (staff) => { keepSession(staff); set({ staff }); },
  lock: () => { keepSession(null); set({ staff: null, query: '' }); },
}));

/** Goes to a screen; the browser's back leads to the one before. */
export function goTo(screen: Screen): void {
  if (screenOfHash() !== screen) location.hash = screen;
  useView.setState({ screen, query: '' });
}

export function goToReturn(code: string): void {
  goTo('returns');
  useView.setState({ returnCode: code });
}

/** The back button changes the address; the screen follows. */
export const followHash = (): void => addEventListener('hashchange', () => {
  if (screenOfHash() !== useView.getState().screen) useView.setState({ screen: screenOfHash(), query: '' });
});

/** Who sells, behind the lock. */
export function useStaff(): SignedInStaff {
  const staff = useView((view) => view.staff);
  if (!staff) throw new Error('This screen is behind the lock.');
  return staff;
}
