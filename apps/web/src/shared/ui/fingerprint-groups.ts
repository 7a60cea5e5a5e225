/** A digest as people compare it: first eight figures, the next eight, and the last four. */
export interface FingerprintGroups {
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

/** `9f2c41ab e07d… 12c4`: groups of four of a hex digest. Shorter texts are all head. */
export function fingerprintGroups(digest: string): FingerprintGroups {
  const four = (text: string) => text.replace(/(.{4})(?=.)/g, '$1 ');
  if (digest.length <= 20) return { head: four(digest), middle: '', tail: '' };
  return {
    head: four(digest.slice(0, 8)),
    middle: four(digest.slice(8, 16)),
    tail: digest.slice(-4),
  };
}
