import { lazy } from 'react';

/** What is not needed to sell the first item comes in chunks of its own; the service worker keeps them, so they are there offline. */
export const LaterDesk = lazy(() => import('./desk').then(({ Desk }) => ({ default: Desk })));
export const LaterPayDialog = lazy(() => import('../features/pay/pay-dialog').then(({ PayDialog }) => ({ default: PayDialog })));
export const LaterEnrolDoor = lazy(() => import('../features/enrol/enrol-door').then(({ EnrolDoor }) => ({ default: EnrolDoor })));
