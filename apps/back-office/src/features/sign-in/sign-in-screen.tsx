'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ErrorNotice, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { api } from '../../api';
import { safeNext } from '../../safe-next';
import { LanguageSwitch } from '../../shell/language-switch';
import { useProblemWords } from '../../use-problem-words';

/** E-mail and password. The session comes back as a cookie that scripts cannot read. */
export function SignInScreen() {
  const t = useTranslations('sign-in');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-head">
          <div>
            <h1>{t('title')}</h1>
            <p>{t('description')}</p>
          </div>
          <LanguageSwitch />
        </div>
        {signIn.error === null ? null : <SignInError error={signIn.error} />}
        <form onSubmit={submit}>
          <TextField label={t('email')} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} isRequired />
          <TextField label={t('password')} type="password" name="password" autoComplete="current-password" value={password} onChange={setPassword} isRequired />
          <Button type="submit" variant="primary" isPending={signIn.isPending}>{t('submit')}</Button>
        </form>
      </div>
    </main>
  );
}

function useSignIn() {
  const client = useQueryClient();
  const router = useRouter();
  const next = safeNext(useSearchParams().get('next'));
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => api.post('/api/auth/sign-in', { body: credentials }),
    onSuccess: () => {
      // Nothing that was asked for another person, or for nobody, may be shown to this one.
      client.clear();
      router.replace(next);
    },
  });
}

function SignInError({ error }: { error: Error }) {
  const words = useProblemWords(error);
  return <ErrorNotice happened={words.happened} notDone={words.notDone} />;
}
