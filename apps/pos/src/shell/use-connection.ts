import { useStore } from 'zustand';
import type { Connection } from '../local/connection';
import { connection } from '../local/runtime';

export const useConnection = <Value>(select: (state: Connection) => Value): Value => useStore(connection, select);

export const useIsOffline = (): boolean => useConnection(({ state }) => state === 'offline');
