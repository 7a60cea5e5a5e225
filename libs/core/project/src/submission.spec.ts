import fc from 'fast-check';
import { fen } from '@core/kernel';
import { diffSubmissions, PROJECT_FIELDS, typedAgain, type ProjectContent } from './index';

const CONTENT: ProjectContent = {
  title: '新明村便民桥',
  kind: 'works',
  owner: 'township',
  worksClass: 'A03',
  category: 'works',
  region: '流水镇',
  approvalNumber: '青发改〔2026〕31号',
  partOfWorks: true,
  fiscalFunds: true,
  inCatalogue: false,
  localProcurement: false,
  estimate: fen(60_000_000),
  totalInvestment: fen(60_000_000),
  budgetFunds: null,
  together: fen(5),
  exemption: { ground: 'state_secret', evidence: '自有队伍', fileId: 'f0' },
  lots: [{ number: 1, title: '桥', estimate: fen(1_000) }],
  attachments: [{ fileId: 'f1', kind: 'approval', title: '批复', sha256: 'a'.repeat(64) }],
};

describe('what was handed in twice', () => {
  it('differs in nothing from itself', () => {
    expect(diffSubmissions(CONTENT, CONTENT)).toEqual([]);
  });

  it('differs in exactly the fields that were changed, and back again the other way round', () => {
    const other = { ...CONTENT, title: '另一座桥', estimate: fen(7), partOfWorks: false };
    fc.assert(
      fc.property(fc.subarray(['title', 'estimate', 'partOfWorks'] as const), (fields) => {
        const after = { ...CONTENT, ...Object.fromEntries(fields.map((one) => [one, other[one]])) };
        const found = diffSubmissions(CONTENT, after);
        expect(new Set(found.map(({ path }) => path))).toEqual(new Set(fields));
        const back = diffSubmissions(after, CONTENT);
        expect(back.map(({ path, before, after: now }) => [path, now, before])).toEqual(
          found.map(({ path, before, after: now }) => [path, before, now]),
        );
      }),
    );
  });

  it('names lots, files and the parts of an exemption one by one', () => {
    const after: ProjectContent = {
      ...CONTENT,
      exemption: null,
      lots: [...CONTENT.lots, { number: 2, title: '路', estimate: fen(50) }],
      attachments: [{ ...CONTENT.attachments[0]!, title: '批复（改）' }],
    };
    expect(diffSubmissions(CONTENT, after)).toEqual([
      {
        path: 'attachments/f1',
        kind: 'changed',
        before: `approval · 批复 · ${'a'.repeat(16)}`,
        after: `approval · 批复（改） · ${'a'.repeat(16)}`,
      },
      { path: 'exemption/ground', kind: 'removed', before: 'state_secret', after: null },
      { path: 'exemption/evidence', kind: 'removed', before: '自有队伍', after: null },
      { path: 'exemption/file', kind: 'removed', before: 'f0', after: null },
      { path: 'lots/2', kind: 'added', before: null, after: '路 · 0.50' },
    ]);
  });

  it('stands in its form again as it was handed in, nothing left out', () => {
    const typed = typedAgain(CONTENT);
    for (const field of PROJECT_FIELDS) {
      if (field === 'budgetFunds') continue;
      expect(typed).toHaveProperty(field === 'totalInvestment' ? 'investment' : field);
    }
    expect(typed).toMatchObject({
      estimate: '600000.00',
      together: '0.05',
      ground: 'state_secret',
      proof: { fileId: 'f0' },
      lots: [{ title: '桥', estimate: '10.00' }],
      attachments: [{ fileId: 'f1', kind: 'approval', title: '批复' }],
    });
    expect(typed).not.toHaveProperty('budgetFunds');
    expect(typedAgain({ ...CONTENT, exemption: null })).not.toHaveProperty('ground');
  });
});
