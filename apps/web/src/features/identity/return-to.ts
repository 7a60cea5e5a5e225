/** Where to go after signing in. */
export interface Return {
  readonly to?: string;
}

/** Accepts addresses of this site only, so that nobody can be sent elsewhere through our sign-in page. */
export function parseReturn(search: Readonly<Record<string, unknown>>): Return {
  const { to } = search;
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {};
}
