/** @jest-environment jsdom */
import { render } from '@testing-library/react';
import { useState } from 'react';
import { dispatchInput, listenToInput } from '../../hardware/input-queue';
import { useTypedDigits } from './use-typed-digits';

const taken: string[] = [];

function Amount() {
  const [entry, setEntry] = useState('');
  useTypedDigits({ entry, onChange: setEntry, onEnter: () => taken.push(entry), rules: { fractionDigits: 2, maximumDigits: 8 } });
  return <output>{entry}</output>;
}

it('loses no key of a burst, and the act behind it reads all of them', () => {
  const stop = listenToInput('scan', () => undefined);
  const { container } = render(<Amount />);
  // No test environment that draws for us: as in the browser, where the next key does not wait for React.
  const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  environment.IS_REACT_ACT_ENVIRONMENT = false;
  for (const key of ['1', '5', '0', '.', '0', '0', 'Enter']) dispatchInput('key', key);
  environment.IS_REACT_ACT_ENVIRONMENT = true;
  expect(taken).toEqual(['150.00']);
  expect(container.textContent).toBe('150.00');
  stop();
});
