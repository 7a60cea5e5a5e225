/** Samples a second, one channel of 16 bits: all that G.711 takes. */
const RATE = 8_000;
const HEADER = 44;

/** A WAV file of silence, `seconds` long. */
export function silentWav(seconds: number): Buffer {
  const bytes = seconds * RATE * 2;
  const wav = Buffer.alloc(HEADER + bytes);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(HEADER - 8 + bytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(bytes, 40);
  return wav;
}

/** How long such a file plays, in milliseconds, from its size. */
export function wavMs(size: number): number {
  return Math.max(0, Math.round((size - HEADER) / ((RATE * 2) / 1_000)));
}
