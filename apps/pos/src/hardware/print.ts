/** Prints what stands in `.till-print` through the browser: no receipt printer is connected. The style sheet hides the rest. */
export const printPage = (): void => window.print();

/** No drawer can be opened from here yet: the screen says so instead of pretending. */
export const hasDrawer = false;
