import fc from 'fast-check';
import { fromBase64, fromHex, toHex, utf8 } from '@core/kernel';
import vectors from '../../../../test/vectors/tp1/tlog.json';
import { CompactRange } from './compact-range';
import {
  consistencyProof,
  consistencySpans,
  emptyRoot,
  foldNodes,
  inclusionProof,
  inclusionSpans,
  leafHash,
  nodesOf,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './tree';

const entries = vectors.entries.map((entry) => fromBase64(entry) ?? new Uint8Array());
const leaves = entries.map(leafHash);
const many = Array.from({ length: 40 }, (_, at) => leafHash(utf8(`leaf ${at}`)));

/** Root and proofs as RFC 6962 defines them, word for word: the peer implementation. */
function mth(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.length === 1 ? hashes[0]! : treeRoot(hashes);
}

describe('RFC 6962 tree (tp1 §2.3)', () => {
  it('reproduces leaf hashes and roots of the vector', () => {
    expect(leaves.map(toHex)).toEqual(vectors.leafHashes);
    vectors.roots.forEach((root, size) => {
      expect(toHex(treeRoot(leaves.slice(0, size)))).toBe(root);
    });
    expect(toHex(emptyRoot())).toBe(vectors.roots[0]);
  });

  it('reproduces the proofs of the vector', () => {
    for (const { index, size, proof } of vectors.inclusion) {
      expect(inclusionProof(leaves, index, size).map(toHex)).toEqual(proof);
    }
    for (const { from, to, proof } of vectors.consistency) {
      expect(consistencyProof(leaves, from, to).map(toHex)).toEqual(proof);
    }
  });

  it('proves every leaf of every tree to 40 leaves, and nothing else', () => {
    for (let size = 1; size <= 40; size++) {
      const root = treeRoot(many.slice(0, size));
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(many, index, size);
        expect(verifyInclusion(many[index]!, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(many[(index + 1) % 40]!, index, size, proof, root)).toBe(false);
      }
    }
    expect(verifyInclusion(many[0]!, 1, 1, [], many[0]!)).toBe(false);
    expect(verifyInclusion(many[0]!, 0, 1, [many[1]!], many[0]!)).toBe(false);
    expect(verifyInclusion(many[0]!, -1, 1, [], many[0]!)).toBe(false);
  });

  it('proves every continuation to 40 leaves', () => {
    for (let size = 1; size <= 40; size++) {
      const root = treeRoot(many.slice(0, size));
      for (let earlier = 0; earlier <= size; earlier++) {
        const before = mth(many.slice(0, earlier));
        const proof = consistencyProof(many, earlier, size);
        expect(verifyConsistency(earlier, size, before, root, proof)).toBe(true);
        if (earlier > 0 && earlier < size) {
          expect(verifyConsistency(earlier, size, root, root, proof)).toBe(false);
          expect(verifyConsistency(earlier, size, before, before, proof)).toBe(false);
          expect(verifyConsistency(earlier, size, before, root, proof.slice(1))).toBe(false);
        }
      }
    }
    expect(verifyConsistency(2, 1, many[0]!, many[0]!, [])).toBe(false);
    expect(verifyConsistency(0, 1, many[0]!, many[0]!, [])).toBe(false);
  });

  it('refuses a proof with any bit turned over', () => {
    fc.assert(
      fc.property(fc.nat(31), fc.nat(4), fc.nat(255), (index, step, bit) => {
        const proof = inclusionProof(leaves, index, 32).map((hash) => hash.slice());
        const hash = proof[step]!;
        hash[bit >> 3] = (hash[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(verifyInclusion(leaves[index]!, index, 32, proof, treeRoot(leaves))).toBe(false);
      }),
    );
  });
});

describe('compact range (tp1 §2.5)', () => {
  const stored = new Map<string, Uint8Array>();
  const range = new CompactRange();
  for (const [at, leaf] of many.entries()) {
    for (const node of range.append(leaf)) stored.set(`${node.level}/${node.index}`, node.hash);
    it(`has the root of ${at + 1} leaves`, () => {
      const resumed = new CompactRange(
        at + 1,
        nodesOf({ from: 0, to: at + 1 }).map((node) => stored.get(`${node.level}/${node.index}`)!),
      );
      expect(toHex(resumed.root())).toBe(toHex(treeRoot(many.slice(0, at + 1))));
    });
  }

  it('stores what every proof needs', () => {
    const hashOf = (span: { from: number; to: number }): Uint8Array =>
      foldNodes(nodesOf(span).map((node) => stored.get(`${node.level}/${node.index}`)!));
    for (let size = 1; size <= 40; size++) {
      expect(inclusionSpans(size - 1, size).map(hashOf)).toEqual(
        inclusionProof(many, size - 1, size),
      );
      expect(consistencySpans(size >> 1, size).map(hashOf)).toEqual(
        consistencyProof(many, size >> 1, size),
      );
    }
  });

  it('refuses peaks that do not fit', () => {
    expect(() => new CompactRange(3, [fromHex('00')])).toThrow(RangeError);
  });
});
