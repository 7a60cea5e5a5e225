import fc from 'fast-check';
import { utf8 } from '@core/kernel';
import { crc32, packZip, unpackZip } from './zip';

const files = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9/.]{1,20}$/), fc.uint8Array()), {
  selector: ([name]) => name,
  maxLength: 6,
});

describe('a package as ZIP', () => {
  it('has the checksum everybody computes', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
  });

  it('gives back what was packed, and is the same bytes each time', () => {
    fc.assert(
      fc.property(files, (list) => {
        const packed = packZip(new Map(list));
        expect(packZip(new Map(list))).toEqual(packed);
        const read = unpackZip(packed);
        expect([...(read ?? [])].map(([name, bytes]) => [name, [...bytes]])).toEqual(
          list.map(([name, bytes]) => [name, [...bytes]]),
        );
      }),
    );
  });

  it('is not read when a byte of it is another one, or something stands before or behind it', () => {
    const packed = packZip(
      new Map([
        ['a.json', utf8('{"a":1}')],
        ['合同/b.txt', utf8('合同')],
      ]),
    );
    for (const at of packed.keys()) {
      const other = packed.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      expect(unpackZip(other)).toBeNull();
    }
    expect(unpackZip(Uint8Array.of(...packed, 0))).toBeNull();
    expect(unpackZip(packed.slice(0, -1))).toBeNull();
    expect(unpackZip(new Uint8Array(0))).toBeNull();
  });
});
