import { concatBytes, digest, equalBytes } from '@core/kernel';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962 hash of a leaf: SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return digest(concatBytes(LEAF, entry));
}

/** RFC 6962 hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return digest(concatBytes(NODE, left, right));
}

/** The root of the empty tree: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return digest(new Uint8Array(0));
}

/** The leaves from `from` (inclusive) to `to` (exclusive): a subtree whose hash a proof needs. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A complete subtree: 2^level leaves, the `index`-th of its level. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** The largest power of two below `count` (count ≥ 2). */
function splitOf(count: number): number {
  let size = 1;
  while (size * 2 < count) size *= 2;
  return size;
}

/** The complete subtrees that make up a span, left to right. */
export function nodesOf(span: Span): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = span.from; at < span.to;) {
    let size = 1;
    let level = 0;
    while (at % (size * 2) === 0 && at + size * 2 <= span.to) {
      size *= 2;
      level++;
    }
    nodes.push({ level, index: at / size });
    at += size;
  }
  return nodes;
}

/** The hash of a span from the hashes of its {@link nodesOf}: the right edge is folded leftwards. */
export function foldNodes(hashes: readonly Uint8Array[]): Uint8Array {
  const [last, ...rest] = [...hashes].reverse();
  return last ? rest.reduce((right, left) => nodeHash(left, right), last) : emptyRoot();
}

/** Which subtrees prove that leaf `index` is in the tree of `size` leaves, in the order of RFC 6962. */
export function inclusionSpans(index: number, size: number): Span[] {
  const path: Span[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
    }
  }
  return path;
}

/** Which subtrees prove that the tree of `size` leaves continues the tree of `earlier` leaves (RFC 6962). */
export function consistencySpans(earlier: number, size: number): Span[] {
  if (earlier === 0 || earlier === size) return [];
  const path: Span[] = [];
  let from = 0;
  let to = size;
  while (to !== earlier) {
    const middle = from + splitOf(to - from);
    if (earlier <= middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
    }
  }
  return from === 0 ? path : [{ from, to }, ...path];
}

function spanHash(leaves: readonly Uint8Array[], span: Span): Uint8Array {
  const count = span.to - span.from;
  const only = leaves[span.from];
  if (count === 0 || !only) return emptyRoot();
  if (count === 1) return only;
  const middle = span.from + splitOf(count);
  return nodeHash(
    spanHash(leaves, { from: span.from, to: middle }),
    spanHash(leaves, { from: middle, to: span.to }),
  );
}

/** The root over leaf hashes. */
export function treeRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return spanHash(leaves, { from: 0, to: leaves.length });
}

/** Proof that leaf `index` is in the tree of the first `size` leaves. */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  size: number,
): Uint8Array[] {
  return inclusionSpans(index, size).map((span) => spanHash(leaves, span));
}

/** Proof that the tree of the first `size` leaves continues that of the first `earlier`. */
export function consistencyProof(
  leaves: readonly Uint8Array[],
  earlier: number,
  size: number,
): Uint8Array[] {
  return consistencySpans(earlier, size).map((span) => spanHash(leaves, span));
}

function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Whether `proof` shows that `leaf` (a leaf hash) stands at `index` in the tree of `size` leaves with `root`. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size) return false;
  const spans = inclusionSpans(index, size);
  if (spans.length !== proof.length) return false;
  const computed = spans.reduce((hash, span, step) => {
    const sibling = proof[step] ?? hash;
    return span.from > index ? nodeHash(hash, sibling) : nodeHash(sibling, hash);
  }, leaf);
  return equalBytes(computed, root);
}

/** Whether `proof` shows that the tree (`size`, `root`) continues the tree (`earlier`, `earlierRoot`). */
export function verifyConsistency(
  earlier: number,
  size: number,
  earlierRoot: Uint8Array,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isIndex(earlier) || !isIndex(size) || earlier > size) return false;
  if (earlier === size || earlier === 0) {
    const expected = earlier === size ? root : emptyRoot();
    return proof.length === 0 && equalBytes(earlierRoot, expected);
  }
  const spans = consistencySpans(earlier, size);
  if (spans.length !== proof.length) return false;
  const steps = spans.map((span, step) => ({ from: span.from, hash: proof[step] ?? earlierRoot }));
  // When the earlier tree is itself a left subtree of the later one, the proof leaves its root out.
  const inside = (steps[0]?.from ?? earlier) < earlier ? steps.shift() : undefined;
  const start = inside?.hash ?? earlierRoot;
  const old = steps
    .filter((step) => step.from < earlier)
    .reduce((right, step) => nodeHash(step.hash, right), start);
  const fresh = steps.reduce(
    (hash, step) => (step.from < earlier ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)),
    start,
  );
  return equalBytes(old, earlierRoot) && equalBytes(fresh, root);
}
