/** What a colour means everywhere: done (green), waiting or changed (marigold), blocked (brick), info (slate). Words always stand beside it. */
export type Tone = 'done' | 'waiting' | 'blocked' | 'info' | 'neutral';
