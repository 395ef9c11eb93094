'use client';
import { useRef } from 'react';
import { v7 as newId } from 'uuid';

/** The key of an intent: the same body again is the same intent, another body is a new one. */
export function useIntentKey(): (body: unknown) => string {
  const intent = useRef({ said: '', key: '' });
  return (body) => {
    const said = JSON.stringify(body);
    if (intent.current.said !== said) intent.current = { said, key: newId() };
    return intent.current.key;
  };
}
