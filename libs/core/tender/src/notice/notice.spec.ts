import fc from 'fast-check';
import { DAY, fen, parseInstant } from '@core/kernel';
import { NATIONAL_2024, type Regime } from '@core/rules';
import {
  carriedNotice,
  confirmPublication,
  draftNotice,
  filledNotice,
  checkNotice,
  gapsOf,
  missingParts,
  noticeGaps,
  planPublication,
  publicationDigest,
  filledIn,
  OPEN_LINE,
  resultNotice,
  withConsortiumTerm,
  WRITTEN_NOTICES,
  type NoticeFacts,
  type Publication,
  type ResultChange,
} from './index';

const now = parseInstant('2026-03-02T01:00:00.000Z')!;
const deadline = parseInstant('2026-03-23T01:30:00.000Z')!;
const facts: NoticeFacts = {
  plan: null,
  title: '采花乡农村公路连通工程',
  code: 'T2026-0001',
  unifiedCode: 'A99-12429900MB1P40000F-20260302-000001-7',
  tendererName: '采花乡人民政府',
  agencyName: null,
  region: '采花乡',
  regime: 'A',
  estimate: fen(369_000_000),
  method: 'open_tender',
  ceiling: fen(369_000_000),
  bidBond: fen(7_000_000),
  bidValidityDays: 90,
  consortia: false,
  signUpFirst: false,
  timetable: {
    publishAt: now,
    documentsUntil: deadline,
    clarifyUntil: now + 10 * DAY,
    objectUntil: now + 11 * DAY,
    deadline,
    openAt: deadline,
  },
  site: 'https://ggzy.example.org',
};
const filled = (kind: (typeof WRITTEN_NOTICES)[number]): string =>
  draftNotice(kind, facts).replaceAll('（请填写）', '见招标文件第一章');

describe('the template of a notice', () => {
  it.each(WRITTEN_NOTICES)('has every part of a %s, with open lines to fill in', (kind) => {
    const draft = draftNotice(kind, facts);
    expect(noticeGaps(kind, draft)).toMatchObject({ missing: [] });
    expect(noticeGaps(kind, draft).open).toBeGreaterThan(0);
    expect(noticeGaps(kind, filled(kind))).toEqual({ missing: [], open: 0 });
    expect(draft).toContain(facts.title);
  });

  describe('of a changed result', () => {
    const change: ResultChange = {
      remedy: 'passed_over',
      lot: null,
      passedOver: '青禾县路桥有限公司',
      ground: 'violation',
      isVoid: false,
      citation: '条例§55',
    };

    it('names who is left out, the ground and the law, and what its tenderer adds', () => {
      const { kind, text } = resultNotice(facts, change, '业绩造假。');
      expect(kind).toBe('result_changed_notice');
      expect(text).toContain(
        '取消中标候选人资格：青禾县路桥有限公司\n情形：被查实存在影响中标结果的违法行为\n业绩造假。\n依据：条例§55\n',
      );
      expect(text).not.toContain('无效');
      expect(noticeGaps(kind, text)).toEqual({ missing: [], open: 0 });
    });

    it('says when an award is void, and which lot of several it is about', () => {
      const divided = { ...change, lot: '2 桥涵', isVoid: true };
      const { text } = resultNotice(facts, divided, '业绩造假。');
      expect(text).toContain('标段 2 桥涵\n取消中标候选人资格');
      expect(text).toContain('\n已公布的中标结果无效。\n业绩造假。');
    });

    it('says that nobody is chosen without naming anybody', () => {
      const failed = { ...change, remedy: 'failed', passedOver: null, ground: null } as const;
      const { kind, text } = resultNotice(facts, failed, '合格的不足。');
      expect(kind).toBe('lot_failed_notice');
      expect(text).toContain('合格的不足。\n依据：条例§55');
      expect(text).not.toContain('取消');
    });

    it('is in its preview, filled in, what goes out', () => {
      const begun = resultNotice(facts, change, OPEN_LINE).text;
      const said = '资金$&落空（请填写）。';
      expect(filledIn(begun, said)).toBe(resultNotice(facts, change, said).text);
    });
  });

  it('says of the documents what the rule set says', () => {
    expect(draftNotice('tender_notice', facts)).toContain('免费下载，不用报名');
    const gated = draftNotice('tender_notice', { ...facts, signUpFirst: true });
    expect(gated).toContain('报名后下载');
    expect(gated).not.toContain('不用报名');
  });

  it('says dates in Beijing time, sums in yuan, and leaves open what is not known', () => {
    const draft = draftNotice('tender_notice', facts);
    expect(draft).toContain('截止时间：2026年3月23日 09:30');
    expect(draft).toContain('最高投标限价：3,690,000.00 元');
    const bare = { ...facts, timetable: null, ceiling: null, bidBond: fen(0) };
    const open = draftNotice('tender_notice', bare);
    expect(open).toContain('截止时间：（请填写）');
    expect(open).toContain('最高投标限价：不设');
    expect(open).toContain('投标保证金：不收');
  });

  it('says of consortia what the tender says, however its text was begun', () => {
    const without = draftNotice('tender_notice', facts);
    const withThem = draftNotice('tender_notice', { ...facts, consortia: true });
    expect(without).toContain('\n是否接受联合体：不接受\n');
    expect(withThem).toContain('\n是否接受联合体：接受\n');
    expect(withConsortiumTerm(without, true)).toBe(withThem);
    expect(withConsortiumTerm(withThem, false)).toBe(without);
    const typed = without.replace('：不接受', '：另行通知');
    expect(withConsortiumTerm(typed, true)).toBe(withThem);
    expect(withConsortiumTerm('第一行\n第二行', true)).toBe('第一行\n第二行');
  });

  it('names the agency after the tenderer, and the unified code', () => {
    const acting = { ...facts, agencyName: '青禾招标代理有限公司' };
    expect(draftNotice('tender_notice', acting)).toContain('\n代理机构：青禾招标代理有限公司');
    expect(draftNotice('tender_notice', facts)).toContain('\n代理机构：无');
    const notice = draftNotice('termination_notice', acting);
    expect(notice).toContain('（统一交易标识码 A99-12429900MB1P40000F-20260302-000001-7）');
    expect(notice.indexOf('招标人：采花乡人民政府')).toBeLessThan(notice.indexOf('代理机构：青禾'));
    const bare = { ...facts, unifiedCode: null };
    expect(draftNotice('termination_notice', bare)).not.toContain('统一交易标识码');
  });

  it('is whole when its one open part is said, whatever is said', () => {
    for (const kind of ['clarification_notice', 'termination_notice'] as const) {
      const text = filledNotice(kind, facts, '  资金$&落空\n改期再招。');
      expect(text).toContain('\n资金$&落空\n改期再招。');
      expect(noticeGaps(kind, text)).toEqual({ missing: [], open: 0 });
    }
    expect(filledNotice('clarification_notice', facts, '更正')).toContain(
      '投标截止时间：2026年3月23日 09:30',
    );
  });

  it('is carried to the next call: what was typed stays, what is known is new', () => {
    const typed = filled('tender_notice');
    const next: NoticeFacts = {
      ...facts,
      title: '采花乡农村公路连通工程（第2次）',
      code: 'T2026-0002',
      agencyName: '青禾招标代理有限公司',
      timetable: facts.timetable && {
        ...facts.timetable,
        documentsUntil: deadline + 30 * DAY,
        deadline: deadline + 30 * DAY,
        openAt: deadline + 30 * DAY,
      },
    };
    const carried = carriedNotice(typed, next);
    expect(carried).toContain('名称：采花乡农村公路连通工程（第2次）');
    expect(carried).toContain('编号：T2026-0002');
    expect(carried).toContain('截止时间：2026年4月22日 09:30');
    expect(carried).toContain('公告发布起至 2026年4月22日 09:30');
    expect(carried).toContain('代理机构：青禾招标代理有限公司');
    expect(carried).toContain('资金来源：见招标文件第一章');
    expect(carriedNotice('自己写的一段话', next)).toBe('自己写的一段话');
    expect(carriedNotice(typed, facts)).toBe(typed);
  });

  it('misses exactly the parts that were cut out or emptied', () => {
    const parts = filled('tender_notice').split('\n\n');
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4, 5, 6]), fc.boolean(), (gone, emptied) => {
        const heading = (part: string): string => part.split('\n')[0] ?? '';
        const left = parts.flatMap((part, index) => {
          if (!gone.includes(index)) return [part];
          return emptied ? [`${heading(part)}\n  `] : [];
        });
        const { missing } = noticeGaps('tender_notice', left.join('\n\n'));
        expect(missing).toEqual(gone.map((index) => heading(parts[index] ?? '')));
      }),
    );
  });

  it.each<[Regime, string]>([
    ['A', 'n10-notice-7'],
    ['B', 'gp-notice-content'],
    ['C', 'below-notice-content'],
    ['D', 'below-notice-content'],
  ])('goes out with all its parts only, under %s by %s', (regime, ruleId) => {
    const own = { ...facts, regime };
    const law = { set: NATIONAL_2024, regime, on: '2026-03-02' };
    const whole = draftNotice('tender_notice', own).replaceAll('（请填写）', '见招标文件第一章');
    expect(checkNotice(whole, own, law)).toMatchObject({
      value: { ruleId, outcome: 'satisfied' },
    });
    expect(missingParts('公告', own, regime).length).toBeGreaterThan(9);
    expect(checkNotice('公告', own, law)).toMatchObject({
      refusal: { code: 'tender.notice_incomplete', law: { ruleId } },
    });
    const bare = { ...NATIONAL_2024, rules: new Map() };
    expect(checkNotice('公告', own, { ...law, set: bare })).toEqual({ ok: true, value: null });
  });

  it('lacks exactly what is cut out of it, and what is emptied', () => {
    const cuts: readonly (readonly [string, string])[] = [
      ['内容、范围和规模：', '内容、范围和规模'],
      ['资金来源：', '资金来源'],
      ['资质和业绩：', '投标资格'],
      ['是否接受联合体：', '是否接受联合体'],
      ['截止时间：', '投标截止时间'],
      ['方式：', '递交投标文件的方式'],
      ['地址：', '地址'],
      ['联系人和电话：', '联系人和电话'],
    ];
    // The documents are handed out until another day than the deadline, so that each date stands once.
    const timetable = facts.timetable && { ...facts.timetable, documentsUntil: deadline - DAY };
    const own = { ...facts, timetable };
    const lines = draftNotice('tender_notice', own)
      .replaceAll('（请填写）', '见招标文件第一章')
      .split('\n')
      .filter((line) => !line.startsWith('开标时间：'));
    fc.assert(
      fc.property(fc.subarray([...cuts]), fc.boolean(), (gone, emptied) => {
        const left = lines.flatMap((line) => {
          const cut = gone.find(([label]) => line.startsWith(label));
          if (cut === undefined) return [line];
          return emptied ? [`${cut[0]} —`] : [];
        });
        const missing = missingParts(left.join('\n'), own, 'A');
        expect(missing).toEqual(gone.map(([, name]) => name));
      }),
    );
  });

  it('says what the platform knows, not something else', () => {
    const text = filled('tender_notice');
    expect(missingParts(text, facts, 'A')).toEqual([]);
    const later = facts.timetable && { ...facts.timetable, deadline: deadline + DAY };
    expect(missingParts(text, { ...facts, timetable: later }, 'A')).toEqual(['投标截止时间']);
    expect(missingParts(text, { ...facts, bidValidityDays: 120 }, 'A')).toEqual(['投标有效期']);
    expect(missingParts(text, { ...facts, bidValidityDays: null }, 'A')).toEqual([]);
    expect(missingParts(text, { ...facts, tendererName: '别的乡' }, 'A')).toEqual(['招标人']);
    expect(missingParts(text.replaceAll('采花乡农村公路连通工程', '某工程'), facts, 'A')).toEqual([
      '项目名称',
    ]);
    const spaced = text.replaceAll('2026年3月23日', '2026 年 3 月 23 日');
    expect(missingParts(spaced, facts, 'A')).toEqual([]);
    expect(missingParts(text.replaceAll('3,690,000.00', '1.00'), facts, 'B')).toContain('最高限价');
  });

  it('is held against its parts while it is typed, other kinds against their headings', () => {
    const about = { facts, regime: 'A' as const };
    expect(gapsOf('tender_notice', filled('tender_notice'), about)).toEqual({
      missing: [],
      open: 0,
    });
    expect(gapsOf('tender_notice', '（请填写）', about)).toMatchObject({ open: 1 });
    expect(gapsOf('tender_notice', '公告', about).missing).toEqual(
      missingParts('公告', facts, 'A'),
    );
    expect(gapsOf('termination_notice', '公告', null)).toEqual(
      noticeGaps('termination_notice', '公告'),
    );
  });

  it.each<[Regime, string]>([
    ['A', 'n10-notice-7'],
    ['B', 'gp-notice-content'],
    ['C', 'below-notice-content'],
    ['D', 'below-notice-content'],
  ])('is refused by law while a line is open, under %s', (regime, ruleId) => {
    const law = { set: NATIONAL_2024, regime, on: '2026-03-02' };
    for (const open of [
      draftNotice('tender_notice', facts),
      '地址：(请填写)',
      '地址：【 请填写 】',
      'Address: (please fill in)',
      'Address: [To be filled in]',
    ]) {
      expect(checkNotice(open, facts, law)).toMatchObject({
        refusal: { code: 'tender.notice_open', law: { ruleId } },
      });
    }
    const said = `${filled('tender_notice')}\n请填写投标函（见附件）`;
    expect(checkNotice(said, facts, law)).not.toMatchObject({
      refusal: { code: 'tender.notice_open' },
    });
  });
});

describe('a prepared publication', () => {
  const plan: Publication = {
    digest: publicationDigest({ text: '公告', publishAt: null }),
    publishAt: null,
    fourEyes: true,
    preparedBy: 'clerk',
    confirmedAt: null,
  };

  it('is confirmed once, by somebody else, and only as it was read', () => {
    expect(confirmPublication(plan, 'chief', plan.digest, now)).toEqual({ ok: true, value: now });
    const code = (made: ReturnType<typeof confirmPublication>): string | null =>
      made.ok ? null : made.refusal.code;
    expect(code(confirmPublication(plan, 'clerk', plan.digest, now))).toBe(
      'publication.same_person',
    );
    const alone = { ...plan, fourEyes: false };
    expect(code(confirmPublication(alone, 'clerk', plan.digest, now))).toBeNull();
    const other = publicationDigest({ text: '公告。', publishAt: null });
    expect(code(confirmPublication(plan, 'chief', other, now))).toBe('publication.changed');
    const done = { ...plan, confirmedAt: now };
    expect(code(confirmPublication(done, 'chief', plan.digest, now))).toBe(
      'publication.confirmed_already',
    );
  });

  it('goes out later, never earlier', () => {
    expect(planPublication(now + 1, now)).toEqual({ ok: true, value: now + 1 });
    expect(planPublication(now, now).ok).toBe(false);
    const stale = { ...plan, publishAt: now };
    expect(confirmPublication(stale, 'chief', plan.digest, now + 1)).toMatchObject({
      refusal: { code: 'publication.in_the_past' },
    });
  });
});
