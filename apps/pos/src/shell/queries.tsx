import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

// A failed read says so at once instead of after three tries; the till asks again when it comes back to a screen.
const client = new QueryClient({ defaultOptions: { queries: { retry: 1, retryDelay: 400, networkMode: 'always', staleTime: 2000 }, mutations: { networkMode: 'always', retry: false } } });

/** For the screens that ask the server. Selling does not. */
export const WithQueries = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
