export { Dialog, Sheet } from '@oneshelf/ui';
