/** @jest-environment jsdom */
import '../../local/testing';
import { act, render, screen } from '@testing-library/react';
import { Suspense, lazy } from 'react';
import { IntlProvider } from 'use-intl';
import { dispatchInput } from '../../hardware/input-queue';
import { HoldInput, useScan } from '../../hardware/use-input';
import { en } from '../../i18n/messages-en';
import { aBootstrap } from '../../local/testing';
import { tillState } from '../../local/till-state';
import { useView } from '../../shell/view';
import { OpenShiftScreen } from './open-shift-screen';

const settled = (): Promise<void> => act(() => new Promise<void>((resolve) => { setTimeout(resolve, 400); }));

function Frame({ children }: { children: React.ReactNode }) {
  useScan(() => undefined);
  return <IntlProvider locale="en" messages={en} timeZone="UTC"><Suspense fallback={<HoldInput />}>{children}</Suspense></IntlProvider>;
}

it('takes the digits that were typed before the screen was loaded', async () => {
  tillState.setState({ bootstrap: aBootstrap(), role: 'writer' });
  useView.setState({ staff: { id: 's', name: 'Ana', roles: [] } });
  let load: (module: { default: typeof OpenShiftScreen }) => void = () => undefined;
  const Later = lazy(() => new Promise<{ default: typeof OpenShiftScreen }>((resolve) => { load = resolve; }));
  render(<Frame><Later /></Frame>);
  for (const key of ['1', '0', '0']) act(() => dispatchInput('key', key));
  await settled();
  load({ default: OpenShiftScreen });
  expect(await screen.findByRole('button', { name: 'Open with £100.00' }, { timeout: 4000 })).toBeTruthy();
});
