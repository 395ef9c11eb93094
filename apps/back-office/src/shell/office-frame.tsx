'use client';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../screen-error';
import { signedInUser } from '../signed-in-user';
import { warmOverlays } from './later-overlay';
import { LaterToasts } from './later-toasts';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';
import { useGoKeys } from './use-go-keys';

/** Sidebar, top bar and page. Shows nothing of a page before it is known who is there; without a session it goes to sign-in. */
export function OfficeFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const { data: user, error, refetch } = useQuery(signedInUser);
  const isSignedOut = error instanceof ApiProblem && error.status === 401;
  useSignInRedirect(isSignedOut);
  useGoKeys(router.push);
  useEffect(() => { const timer = setTimeout(warmOverlays, 3000); return () => clearTimeout(timer); }, []);
  return (
    <div className="office">
      <a href="#page" className="office-skip">{t('skip')}</a>
      <Sidebar user={user} />
      <div className="office-body">
        <TopBar />
        <main id="page" className="office-page" tabIndex={-1}>
          {user !== undefined
            ? children
            : error === null || isSignedOut
              ? <Waiting text={t('loading')} />
              : <ScreenError error={error} onRetry={() => void refetch()} />}
        </main>
      </div>
      <LaterToasts />
    </div>
  );
}

function useSignInRedirect(isSignedOut: boolean): void {
  const router = useRouter();
  const pathname = usePathname();
  useEffect(() => {
    if (isSignedOut) router.replace(`/sign-in?next=${encodeURIComponent(pathname + window.location.search)}`);
  }, [isSignedOut, pathname, router]);
}

function Waiting({ text }: { text: string }) {
  return (
    <div aria-busy="true">
      <p className="os-hidden" role="status">{text}</p>
      <Skeleton height={96} />
    </div>
  );
}
