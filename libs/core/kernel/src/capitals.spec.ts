import fc from 'fast-check';
import { formatCapitals } from './capitals';
import { fen, fenFromYuan } from './money';

/** The first six are the examples of the rules for vouchers; the rest are borders of our own. */
const VECTORS: readonly (readonly [yuan: string, capitals: string])[] = [
  ['1409.50', '壹仟肆佰零玖元伍角'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['107000.53', '壹拾万柒仟元伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['0.00', '零元整'],
  ['0.01', '壹分'],
  ['0.10', '壹角'],
  ['0.99', '玖角玖分'],
  ['1.00', '壹元整'],
  ['10.00', '壹拾元整'],
  ['15.00', '壹拾伍元整'],
  ['100.00', '壹佰元整'],
  ['101.00', '壹佰零壹元整'],
  ['110.00', '壹佰壹拾元整'],
  ['1001.00', '壹仟零壹元整'],
  ['1010.00', '壹仟零壹拾元整'],
  ['9999.99', '玖仟玖佰玖拾玖元玖角玖分'],
  ['10000.00', '壹万元整'],
  ['10001.00', '壹万零壹元整'],
  ['10010.05', '壹万零壹拾元零伍分'],
  ['100000.05', '壹拾万元零伍分'],
  ['105000.00', '壹拾万伍仟元整'],
  ['1010101.00', '壹佰零壹万零壹佰零壹元整'],
  ['1268400.50', '壹佰贰拾陆万捌仟肆佰元伍角'],
  ['5000000.00', '伍佰万元整'],
  ['12051600.00', '壹仟贰佰零伍万壹仟陆佰元整'],
  ['12684000.00', '壹仟贰佰陆拾捌万肆仟元整'],
  ['18240300.00', '壹仟捌佰贰拾肆万零叁佰元整'],
  ['99999999.00', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整'],
  ['100000000.00', '壹亿元整'],
  ['100000001.00', '壹亿零壹元整'],
  ['100010000.00', '壹亿零壹万元整'],
  ['110000000.00', '壹亿壹仟万元整'],
  ['101000000.00', '壹亿零壹佰万元整'],
  ['1000000000000.00', '壹万亿元整'],
  ['1000100000000.00', '壹万零壹亿元整'],
  ['1000000000001.00', '壹万亿零壹元整'],
  ['90071992547409.91', '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
];

describe('formatCapitals', () => {
  it.each(VECTORS)('%s', (yuan, capitals) => {
    const amount = fenFromYuan(yuan);
    if (!amount.ok) throw new Error(yuan);
    expect(formatCapitals(amount.value)).toBe(capitals);
  });

  it('never doubles a zero, never ends the yuan with one, and never writes a bare unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (value) => {
        const text = formatCapitals(fen(value));
        expect(text).not.toMatch(/零零|零[元万亿]|[拾佰仟]{2}|^零./);
      }),
    );
  });

  it('tells any two amounts apart', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (one, other) => {
        fc.pre(one !== other);
        expect(formatCapitals(fen(one))).not.toBe(formatCapitals(fen(other)));
      }),
    );
  });
});
