import { queryOptions } from '@tanstack/react-query';
import type { ImportMapping, ImportRun } from '@oneshelf/contracts';
import { api, apiQuery } from '../../api';

const POLL_MS = 700;

export const importList = queryOptions({
  ...apiQuery('/api/imports'),
  refetchInterval: ({ state }) => (state.data?.imports.some(({ status }) => status === 'importing') ? POLL_MS : false),
});

/** One import; asked again and again while it runs, so the bar moves. */
export const importRun = (id: string) =>
  queryOptions({
    ...apiQuery('/api/imports/{id}', { params: { path: { id } } }),
    refetchInterval: ({ state }) => (state.data?.status === 'importing' ? POLL_MS : false),
  });

/** Sends the file, and checks it at once when its columns are known: then there is nothing to decide first. */
export async function uploadFile(file: File, marketCode: string): Promise<ImportRun> {
  const form = new FormData();
  form.append('market', marketCode); // fields before the file: the server reads the parts in order
  form.append('file', file);
  const run = await api.post('/api/imports', { body: form });
  return run.format === 'unknown' || run.format === 'mapped' ? run : commandImport(run.id, 'check');
}

export const commandImport = (id: string, command: 'check' | 'start' | 'cancel'): Promise<ImportRun> => api.post(`/api/imports/{id}/${command}`, { params: { path: { id } } });

/** Keeps what the columns mean and checks the file by it. */
export async function mapImport(id: string, mapping: ImportMapping): Promise<ImportRun> {
  await api.post('/api/imports/{id}/mapping', { params: { path: { id } }, body: mapping });
  return commandImport(id, 'check');
}
