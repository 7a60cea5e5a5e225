import { create } from 'qrcode';
import decodeQR from 'qr/decode.js';
import vector from '../../../../../test/vectors/tp1/draw-panel-drand.json';
import { readRoundCode, roundCodeText } from './round-code';

const SIGNATURE = vector.drandSignature;
const found = { kind: 'signature', signature: SIGNATURE };

/** A picture of a QR code: 8-bit RGBA, four pixels a module, four modules of quiet zone. */
function pictureOf(text: string): { width: number; height: number; data: Uint8ClampedArray } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 8) * 4;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / 4) - 4, Math.floor(x / 4) - 4];
      const inside = [row, column].every((one) => one >= 0 && one < modules.size);
      if (inside && modules.get(row, column))
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

describe('what a code says about a round', () => {
  it('is the digits alone, however they are spaced', () => {
    expect(readRoundCode(SIGNATURE, 1000)).toEqual(found);
    const spaced = SIGNATURE.toUpperCase().replace(/(.{8})/g, '$1 \n');
    expect(readRoundCode(spaced, 1000)).toEqual(found);
  });

  it('is the answer of drand’s API, in its older and its newer form', () => {
    const older = { round: 1000, randomness: 'ab'.repeat(32), signature: SIGNATURE };
    expect(readRoundCode(JSON.stringify(older), 1000)).toEqual(found);
    expect(readRoundCode(JSON.stringify({ signature: SIGNATURE }, null, 2), 1000)).toEqual(found);
    expect(readRoundCode(roundCodeText(1000, SIGNATURE), 1000)).toEqual(found);
  });

  it('is refused when it is about another round', () => {
    const other = { kind: 'other_round', round: 999 };
    expect(readRoundCode(roundCodeText(999, SIGNATURE), 1000)).toEqual(other);
  });

  it('is no round when it is an address, another chain’s signature, or anything else', () => {
    const address = 'https://api.drand.sh/v2/beacons/quicknet/rounds/1000';
    expect(readRoundCode(address, 1000)).toEqual({ kind: 'address' });
    for (const text of [
      '',
      '{',
      'null',
      '[1]',
      '{"round":1000}',
      JSON.stringify({ round: 1000, signature: 'ab'.repeat(96) }),
      SIGNATURE.slice(1),
      `${SIGNATURE}0`,
    ]) {
      expect(readRoundCode(text, 1000)).toEqual({ kind: 'unknown' });
    }
  });

  it('comes back from the picture it is shown as', () => {
    for (const text of [SIGNATURE, roundCodeText(1000, SIGNATURE)]) {
      expect(readRoundCode(decodeQR(pictureOf(text)), 1000)).toEqual(found);
    }
  });
});
