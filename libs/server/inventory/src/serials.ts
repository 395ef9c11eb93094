// Pieces with a serial number, for the libs whose documents name them.
export { SerialWords } from './serials/serial-words';
export type { SerialElsewhere } from './serials/serial-elsewhere';
export type { SerialRefused } from './stock-entry';
