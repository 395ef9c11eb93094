import { create } from 'zustand';

/** The line of the sale whose serials are asked for. */
export const useSerialTask = create<{ lineId: string | null }>()(() => ({ lineId: null }));

export const askForSerials = (lineId: string | null): void => useSerialTask.setState({ lineId });
