import { foldNodes, nodeHash, type TreeNode } from './tree';

/** A subtree that became complete by an append, with its hash. */
export interface CompletedNode extends TreeNode {
  readonly hash: Uint8Array;
}

/**
 * The right edge of a tree: enough to append and to know the root, in O(log n) space and time.
 * A server keeps the completed nodes it returns; any proof is then O(log n) reads (tp1 §2.5).
 */
export class CompactRange {
  private readonly peaks: Uint8Array[];
  private count: number;

  /** @param peaks hashes of the complete subtrees of the first `size` leaves, left to right */
  constructor(size = 0, peaks: readonly Uint8Array[] = []) {
    this.count = size;
    this.peaks = [...peaks];
    if (this.peaks.length !== bitsOf(size)) throw new RangeError('peaks do not fit the size');
  }

  /** How many leaves. */
  get size(): number {
    return this.count;
  }

  /** Appends a leaf hash; returns every subtree that is complete now, the leaf itself first. */
  append(leaf: Uint8Array): CompletedNode[] {
    const completed: CompletedNode[] = [{ level: 0, index: this.count, hash: leaf }];
    let hash = leaf;
    for (let index = this.count, level = 0; index % 2 === 1; level++) {
      const left = this.peaks.pop();
      if (!left) throw new RangeError('peaks do not fit the size');
      hash = nodeHash(left, hash);
      index = (index - 1) / 2;
      completed.push({ level: level + 1, index, hash });
    }
    this.peaks.push(hash);
    this.count++;
    return completed;
  }

  /** The root of the tree so far. */
  root(): Uint8Array {
    return foldNodes(this.peaks);
  }
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
