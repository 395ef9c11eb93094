import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, apiQuery } from '../../../api';

export const priceCalendar = (market: string, range: { from: string; to: string }) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/price-calendar', { params: { path: { market }, query: range } }), placeholderData: keepPreviousData, staleTime: 0 });

export const unschedule = (id: string) => api.post('/api/price-books/versions/{id}/unschedule', { params: { path: { id } } });

/** The same changes at the same time again, with the note that they had. */
export async function scheduleAgain(market: string, { versionId, revision, goesLiveAt }: { versionId: string; revision: number; goesLiveAt: string }) {
  const { version } = await api.get('/api/price-versions/{id}', { params: { path: { id: versionId } } });
  return api.post('/api/markets/{market}/publish', { params: { path: { market } }, body: { drafts: [{ versionId, revision }], goesLiveAt, note: version.note, acceptBelowCost: true } });
}
