import { queryOptions } from '@tanstack/react-query';
import type { ImportMapping, ImportRun, ImportRunList } from '@oneshelf/contracts';
import { apiFetch } from '../../api';

const POLL_MS = 700;

export const importList = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => apiFetch<ImportRunList>('/api/imports', { signal }),
  refetchInterval: ({ state }) => (state.data?.imports.some(({ status }) => status === 'importing') ? POLL_MS : false),
});

/** One import; asked again and again while it runs, so the bar moves. */
export const importRun = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => apiFetch<ImportRun>(`/api/imports/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'importing' ? POLL_MS : false),
  });

/** Sends the file, and checks it at once when its columns are known: then there is nothing to decide first. */
export async function uploadFile(file: File, marketCode: string): Promise<ImportRun> {
  const form = new FormData();
  form.append('market', marketCode); // fields before the file: the server reads the parts in order
  form.append('file', file);
  const run = await apiFetch<ImportRun>('/api/imports', { method: 'POST', body: form });
  return run.format === 'unknown' || run.format === 'mapped' ? run : commandImport(run.id, 'check');
}

export const commandImport = (id: string, command: 'check' | 'start' | 'cancel'): Promise<ImportRun> => apiFetch<ImportRun>(`/api/imports/${encodeURIComponent(id)}/${command}`, { method: 'POST' });

/** Keeps what the columns mean and checks the file by it. */
export async function mapImport(id: string, mapping: ImportMapping): Promise<ImportRun> {
  await apiFetch(`/api/imports/${encodeURIComponent(id)}/mapping`, { method: 'POST', body: mapping });
  return commandImport(id, 'check');
}
