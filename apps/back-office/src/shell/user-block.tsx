'use client';
import { useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from 'react-aria-components';
import { api } from '../api';
import type { SignedInUser } from '../signed-in-user';
import { toasts } from '../toasts';
import { LanguageSwitch } from './language-switch';

/** Who is signed in, in which language, and the way out. */
export function UserBlock({ user }: { user: SignedInUser }) {
  const t = useTranslations('shell');
  const roles = [...new Set(user.grants.map((grant) => grant.role))];
  const signOut = useSignOut();
  return (
    <div className="office-user">
      <strong>{user.name}</strong>
      <span>{roles.map((role) => t(`roles.${role}`)).join(', ')}</span>
      <div className="office-user-acts">
        <LanguageSwitch />
        <Button className="office-sign-out" onPress={signOut}>
          <LogOut size={16} aria-hidden="true" />
          {t('signOut')}
        </Button>
      </div>
    </div>
  );
}

/** Leaves only when the server has ended the session; else the next person at this desk would be this one. */
function useSignOut() {
  const t = useTranslations('shell');
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    try {
      await api.post('/api/auth/sign-out');
    } catch {
      toasts.add({ text: t('signOutFailed'), tone: 'blocked' });
      return;
    }
    client.clear();
    router.replace('/sign-in');
  };
}
