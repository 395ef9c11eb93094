let context: AudioContext | null = null;

/** A short sound for hands and eyes that are elsewhere: high for taken, low for not. Silent where the browser has no sound. */
export function playTone(kind: 'taken' | 'refused'): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  // Before the first touch browsers hold sound back; a scan must not wait for it.
  if (context.state !== 'running') return void context.resume().catch(() => undefined);
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = kind === 'taken' ? 1180 : 220;
  volume.gain.value = 0.06;
  oscillator.connect(volume).connect(context.destination);
  oscillator.start();
  oscillator.stop(context.currentTime + (kind === 'taken' ? 0.06 : 0.22));
}
