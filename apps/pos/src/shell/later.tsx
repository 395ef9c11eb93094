import { lazy } from 'react';

/** What is not needed to sell the first item comes in chunks of its own; the service worker keeps them, so they are there offline. */
export const LaterDesk = lazy(() => import('./desk').then(({ Desk }) => ({ default: Desk })));
export const LaterPayDialog = lazy(() => import('../features/pay/pay-dialog').then(({ PayDialog }) => ({ default: PayDialog })));
export const LaterEnrolDoor = lazy(() => import('../features/enrol/enrol-door').then(({ EnrolDoor }) => ({ default: EnrolDoor })));
export const LaterMessages = lazy(() => import('./message-region').then(({ MessageRegion }) => ({ default: MessageRegion })));
export const LaterSettings = lazy(() => import('./settings-dialog').then(({ SettingsDialog }) => ({ default: SettingsDialog })));
export const LaterLineSheet = lazy(() => import('../features/sell/line-sheet').then(({ LineSheet }) => ({ default: LineSheet })));
export const LaterHeldSheet = lazy(() => import('../features/sell/held-sheet').then(({ HeldSheet }) => ({ default: HeldSheet })));
export const LaterVariantDialog = lazy(() => import('../features/sell/variant-dialog').then(({ VariantDialog }) => ({ default: VariantDialog })));
export const LaterWeighDialog = lazy(() => import('../features/sell/weigh-dialog').then(({ WeighDialog }) => ({ default: WeighDialog })));
export const LaterCustomerSheet = lazy(() => import('../features/customer/customer-sheet').then(({ CustomerSheet }) => ({ default: CustomerSheet })));
export const LaterHandDialog = lazy(() => import('../features/by-hand/hand-dialog').then(({ HandDialog }) => ({ default: HandDialog })));
export const LaterSerialDialog = lazy(() => import('../features/serials/serial-dialog').then(({ SerialDialog }) => ({ default: SerialDialog })));
export const LaterApproveSaleDialog = lazy(() => import('../features/by-hand/approve-sale-dialog').then(({ ApproveSaleDialog }) => ({ default: ApproveSaleDialog })));
