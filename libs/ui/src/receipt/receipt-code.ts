import { renderSVG } from 'uqr';

/** A QR code as an SVG string: scales without blur, needs no network. */
export const receiptCodeSvg = (value: string): string => renderSVG(value, { border: 2 });
