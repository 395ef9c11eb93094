/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { mockNetwork } from '@oneshelf/api-client/testing';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { en } from '../../i18n/messages-en';
import { SignInScreen } from './sign-in-screen';

const replace = jest.fn();
jest.mock('next/navigation', () => ({ useRouter: () => ({ replace, refresh: jest.fn() }), useSearchParams: () => new URLSearchParams('next=/orders') }));
const fetchMock = mockNetwork();

function signIn() {
  const client = new QueryClient();
  client.setQueryData(['signed-in-user'], { name: 'Someone else' });
  render(
    <NextIntlClientProvider locale="en-GB" messages={en} timeZone="Europe/London">
      <QueryClientProvider client={client}><SignInScreen /></QueryClientProvider>
    </NextIntlClientProvider>,
  );
  fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'ines@fieldhouse.example' } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'secret' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  return client;
}

describe('SignInScreen', () => {
  beforeEach(() => jest.clearAllMocks());

  it('goes where the person wanted to go, and forgets what was asked before', async () => {
    fetchMock.mockResolvedValue(undefined);
    const client = signIn();
    await waitFor(() => expect(replace.mock.calls).toEqual([['/orders']]));
    expect(fetchMock.mock.calls).toEqual([['/api/auth/sign-in', { method: 'POST', body: { email: 'ines@fieldhouse.example', password: 'secret' } }]]);
    expect(client.getQueryData(['signed-in-user'])).toBeUndefined();
  });

  it('says by the code what is wrong, stays, and keeps what was typed', async () => {
    fetchMock.mockRejectedValue(new ApiProblem({ status: 401, code: 'wrong_credentials', detail: 'server words' }));
    signIn();
    expect((await screen.findByRole('alert')).textContent).toBe('The e-mail or the password is not right. You are not signed in. Check both and try again.');
    expect(replace).not.toHaveBeenCalled();
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('ines@fieldhouse.example');
  });

  it('shows the server’s own sentence for a code that it does not know', async () => {
    fetchMock.mockRejectedValue(new ApiProblem({ status: 422, code: 'brand_new', detail: 'The account is locked.' }));
    signIn();
    expect((await screen.findByRole('alert')).textContent).toContain('The account is locked.');
  });
});
