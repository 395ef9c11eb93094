import { useEffect, useRef } from 'react';
import { installWedge } from './wedge';

type Handler = (code: string) => void;

const handlers: Handler[] = [];

/** The newest listener gets a scan: a dialog before the screen under it. */
export const dispatchScan = (code: string): void => handlers.at(-1)?.(code);

export const startScanning = (): (() => void) => installWedge(dispatchScan);

/** Takes the scans for as long as the component is on the screen. */
export function useScan(handler: Handler): void {
  const latest = useRef(handler);
  useEffect(() => { latest.current = handler; });
  useEffect(() => {
    const listen: Handler = (code) => latest.current(code);
    handlers.push(listen);
    return () => void handlers.splice(handlers.indexOf(listen), 1);
  }, []);
}
