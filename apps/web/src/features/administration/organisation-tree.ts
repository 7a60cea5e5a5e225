/** What a tree is made of. */
interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

/** An organisation with its depth below the top, 0 first. */
export interface Placed<T> {
  readonly organisation: T;
  readonly depth: number;
}

/** Each organisation followed by those under it; one whose parent is unknown stands at the top. */
export function inTree<T extends Node>(rows: readonly T[]): readonly Placed<T>[] {
  const known = new Set(rows.map((row) => row.id));
  const below = new Map<string | null, T[]>();
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const placed: Placed<T>[] = [];
  const walk = (parent: string | null, depth: number): void => {
    for (const organisation of below.get(parent) ?? []) {
      placed.push({ organisation, depth });
      walk(organisation.id, depth + 1);
    }
  };
  walk(null, 0);
  return placed;
}
