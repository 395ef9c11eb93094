/** One product at one place, each by its number in the model. */
export interface At { variant: number; place: number }
