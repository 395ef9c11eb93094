/** A unit, in the thousandths that quantities are written in. */
export const MILLI = 1000;
