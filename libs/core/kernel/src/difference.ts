/** One difference between two versions of something. */
export interface Difference {
  /** A field's name, or `<list>/<key>` for an item of a list. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The values as texts: what stands side by side. Null where there was, or is, nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The difference between two values at a path; empty where there is none. */
export function differenceOf(
  path: string,
  before: string | null,
  after: string | null,
): readonly Difference[] {
  if (before === after) return [];
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return [{ path, kind, before, after }];
}
