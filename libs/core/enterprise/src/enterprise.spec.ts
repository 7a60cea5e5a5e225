import fc from 'fast-check';
import { NATIONAL_2024 } from '@core/rules';
import {
  answerEnterprise,
  creditCodeCheck,
  eligible,
  isCreditCode,
  submitEnterprise,
} from './index';

const content = {
  name: '青禾县大山路桥有限公司',
  creditCode: '91420500MA49XXXX1A',
  address: '青禾县城关镇',
  legalRepresentative: '王山',
  contactName: '李水',
  contactPhone: '13800000000',
  bankName: '青禾农商行',
  bankAccount: '6222000000000000',
  qualifications: [{ type: '公路工程', grade: '三级', certificate: 'D1', validUntil: 2e12 }],
};

describe('unified social credit code', () => {
  it.each(['91350100M000100Y43', '91110000600037341L', '914403001922038216'])(
    'accepts the real code %s',
    (code) => expect(isCreditCode(code)).toBe(true),
  );

  it('refuses every change of one character', () => {
    const code = '91350100M000100Y43';
    fc.assert(
      fc.property(
        fc.nat(17),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (at, letter) => {
          fc.pre(code.charAt(at) !== letter);
          expect(isCreditCode(code.slice(0, at) + letter + code.slice(at + 1))).toBe(false);
        },
      ),
    );
    expect(creditCodeCheck('OOOOOOOOOOOOOOOOO')).toBeNull();
  });
});

describe('enterprise register', () => {
  it('names everything that is missing at once', () => {
    const poor = { ...content, address: ' ', bankName: '', qualifications: [] };
    expect(submitEnterprise('draft', poor)).toMatchObject({
      refusal: {
        code: 'enterprise.incomplete',
        params: { missing: ['address', 'bankName', 'qualifications'] },
      },
    });
    expect(submitEnterprise('returned', content).ok).toBe(true);
    expect(submitEnterprise('suspended', content).ok).toBe(false);
  });

  it('is answered once, as verified or returned', () => {
    expect(answerEnterprise('submitted', [])).toEqual({ ok: true, value: 'verified' });
    expect(answerEnterprise('submitted', ['x'])).toEqual({ ok: true, value: 'returned' });
    expect(answerEnterprise('verified', []).ok).toBe(false);
  });

  it('lets only verified enterprises with a valid certificate take part', () => {
    const of = (state: 'verified' | 'draft' | 'suspended', validUntil = 2e12) =>
      eligible(
        { ...content, state, qualifications: [{ ...content.qualifications[0]!, validUntil }] },
        NATIONAL_2024,
        1.7e12,
      );
    expect(of('verified').ok).toBe(true);
    expect(of('draft')).toMatchObject({
      refusal: { code: 'enterprise.not_verified', law: { ruleId: 'e-bidder-register' } },
    });
    expect(of('suspended')).toMatchObject({ refusal: { code: 'enterprise.suspended' } });
    expect(of('verified', 1e12)).toMatchObject({
      refusal: { code: 'enterprise.qualification_expired' },
    });
  });
});
