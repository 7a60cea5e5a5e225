/** Seconds of the ring tone of the Chinese telephone network (GB/T 3378): 450 Hz, one second on, four off. */
const TONE = { hertz: 450, on: 1, period: 5 };

/**
 * Rings until the returned function is called. A browser that lets no page sound before somebody has touched it stays
 * silent; the card on the page shows the call all the same, and telephones are made to vibrate.
 */
export function ringTone(): () => void {
  const context = 'AudioContext' in window ? new AudioContext() : null;
  const once = () => {
    // A page that nobody has touched yet is refused.
    if ('vibrate' in navigator) navigator.vibrate([400, 200, 400]);
    if (context === null) return;
    void context.resume().catch(() => undefined);
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = TONE.hertz;
    volume.gain.value = 0.15;
    oscillator.connect(volume).connect(context.destination);
    oscillator.start();
    oscillator.stop(context.currentTime + TONE.on);
  };
  once();
  const timer = setInterval(once, TONE.period * 1_000);
  return () => {
    clearInterval(timer);
    void context?.close().catch(() => undefined);
  };
}
