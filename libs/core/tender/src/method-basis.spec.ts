import { METHODS } from '@core/rules';
import { basisFor, type GivenBasis } from './index';

const given: GivenBasis = {
  documentNumber: ' 青政办〔2026〕1号 ',
  fairCompetitionReview: null,
  condition: null,
  fileId: 'f',
};
const review = { ...given, fairCompetitionReview: '青公审〔2026〕2号' };
const condition = { ...given, condition: '供应商范围有限' };
const reasonOf = (method: (typeof METHODS)[number], sent: GivenBasis): unknown => {
  const made = basisFor(method, sent, 'aa');
  return made.ok ? null : made.refusal.params?.reason;
};

describe('the basis of a method', () => {
  it('is what its method rests on, and typed by it', () => {
    const paper = { documentNumber: '青政办〔2026〕1号', fileId: 'f', sha256: 'aa' };
    expect(basisFor('lottery', review, 'aa')).toEqual({
      ok: true,
      value: { ...paper, method: 'lottery', fairCompetitionReview: '青公审〔2026〕2号' },
    });
    expect(basisFor('invited_tender', condition, 'aa')).toEqual({
      ok: true,
      value: { ...paper, method: 'invited_tender', condition: '供应商范围有限' },
    });
  });

  it('is the minutes alone where a document wants a decision', () => {
    expect(basisFor('comparison', given, 'aa')).toEqual({
      ok: true,
      value: {
        documentNumber: '青政办〔2026〕1号',
        fileId: 'f',
        sha256: 'aa',
        method: 'comparison',
      },
    });
  });

  it('is no basis of another method, and none without its parts', () => {
    expect(reasonOf('lottery', condition)).toBe('review');
    expect(reasonOf('invited_tender', review)).toBe('condition');
    const both = { ...review, condition: '供应商范围有限' };
    for (const method of METHODS) expect(reasonOf(method, both)).toBe('method');
    expect(reasonOf('open_tender', review)).toBe('method');
    expect(reasonOf('direct_choice', condition)).toBe('method');
    expect(reasonOf('lottery', { ...review, documentNumber: ' ' })).toBe('document');
  });
});
