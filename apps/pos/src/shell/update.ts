import { registerSW } from 'virtual:pwa-register';
import { create } from 'zustand';

/** A newer version of the till is here; taking it reloads the page, so a person says when. */
export const useUpdate = create<{ isReady: boolean; take: () => void }>()(() => ({ isReady: false, take: () => undefined }));

export function watchForUpdate(): void {
  const update = registerSW({ immediate: true, onNeedRefresh: () => useUpdate.setState({ isReady: true, take: () => void update(true) }) });
}
