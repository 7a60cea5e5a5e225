import fc from 'fast-check';
import { isoMod37 } from './iso-mod-37';
import { dealClassOf, isUnifiedCode, unifiedCode } from './unified-code';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/** The same character by the definition of ISO 7064, with integers of any size. */
function byDefinition(text: string): string {
  let sum = 0n;
  for (const character of text) sum = (sum + BigInt(ALPHABET.indexOf(character))) * 2n;
  return ALPHABET.charAt(Number((((1n - sum) % 37n) + 37n) % 37n));
}

describe('ISO 7064 MOD 37-2', () => {
  it('gives the check character of a published example (ISBT 128)', () => {
    expect(isoMod37('G123498654321')).toBe('H');
  });

  it('is what the definition says at any length', () => {
    const text = fc.stringMatching(/^[0-9A-Z]{1,80}$/);
    fc.assert(fc.property(text, (one) => expect(isoMod37(one)).toBe(byDefinition(one))));
  });

  it('changes when one character does', () => {
    const text = fc.stringMatching(/^[0-9A-Z]{37}$/);
    fc.assert(
      fc.property(text, fc.nat(36), fc.nat(34), (one, at, by) => {
        const value = (ALPHABET.indexOf(one.charAt(at)) + 1 + by) % 36;
        const other = one.slice(0, at) + ALPHABET.charAt(value) + one.slice(at + 1);
        expect(isoMod37(other) === isoMod37(one)).toBe(other === one);
      }),
    );
  });

  it('refuses what is no digit or capital', () => {
    expect(() => isoMod37('a1')).toThrow(RangeError);
    expect(() => isoMod37('1*')).toThrow(RangeError);
  });
});

describe('the unified transaction code', () => {
  const parts = {
    dealClass: 'A99',
    platform: '12429900MB1P40000F',
    date: '2026-03-02',
    serial: 17,
  };

  it('has forty characters in the form of the specification', () => {
    const code = unifiedCode(parts);
    expect(code).toHaveLength(40);
    expect(code.slice(0, 38)).toBe('A99-12429900MB1P40000F-20260302-000017');
    expect(isUnifiedCode(code)).toBe(true);
    expect(isUnifiedCode('D03-12350100MB02709751-20200319-102642-5')).toBe(true);
  });

  it('refuses parts that do not fit', () => {
    expect(() => unifiedCode({ ...parts, serial: 1_000_000 })).toThrow(RangeError);
    expect(() => unifiedCode({ ...parts, dealClass: 'a99' })).toThrow(RangeError);
  });

  it('tells construction from what is bought', () => {
    expect(dealClassOf('works', 'A', 'A03')).toBe('A03');
    expect(dealClassOf('works', 'A', null)).toBe('A99');
    expect(dealClassOf('works', 'B', 'A03')).toBe('D02');
    expect(dealClassOf('goods', 'C', null)).toBe('D01');
    expect(dealClassOf('services', 'B', null)).toBe('D03');
  });
});
