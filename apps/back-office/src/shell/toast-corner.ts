export { ToastRegion } from '@oneshelf/ui';
