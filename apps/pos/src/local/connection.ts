import { createStore } from 'zustand/vanilla';

export interface Connection {
  /** Unknown until the first answer, or the first missing one. */
  state: 'unknown' | 'connected' | 'offline';
  offlineSince: string | null;
  /** The server does not know this till's token any more. */
  isRevoked: boolean;
}

export const createConnection = (offlineSince: string | null = null) =>
  createStore<Connection & { reached: () => void; lost: (at: string) => void; revoked: () => void }>()((set, get) => ({
    state: 'unknown', offlineSince, isRevoked: false,
    reached: () => { if (get().state !== 'connected') set({ state: 'connected', offlineSince: null }); },
    lost: (at) => { if (get().state !== 'offline') set({ state: 'offline', offlineSince: get().offlineSince ?? at }); },
    revoked: () => set({ isRevoked: true }),
  }));

export type ConnectionStore = ReturnType<typeof createConnection>;
