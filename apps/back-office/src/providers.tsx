'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { ApiProblem } from '@oneshelf/api-client';

/** What every page needs: server state, links that do not reload, the reader's locale for numbers and dates. */
export function Providers({ locale, children }: { locale: string; children: ReactNode }) {
  const [client] = useState(createQueryClient);
  const router = useRouter();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(path) => router.push(path)}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </RouterProvider>
    </I18nProvider>
  );
}

/** A refusal is an answer and is not asked again; an outage is, twice. Commands are never repeated by themselves. */
function createQueryClient(): QueryClient {
  const isOutage = (error: Error) => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 5_000, retry: (failures, error) => failures < 2 && isOutage(error) }, mutations: { retry: false } },
  });
}
