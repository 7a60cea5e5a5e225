import fc from 'fast-check';
import type { Fen } from '@core/kernel';
import type { JsonObject } from '@core/ocds';
import { factOf, type ProcessFact } from './facts';
import { figuresOf, grouped, suppliersIn } from './figures';

const compiled = (change: JsonObject = {}, tender: JsonObject = {}): JsonObject => ({
  ocid: 'ocds-x-1',
  tender: {
    title: '桥面维修',
    status: 'complete',
    value: { amount: 1000.1, currency: 'CNY' },
    procurementMethodDetails: '公开招标',
    classification: { scheme: 'x_sunlit', id: 'works' },
    tenderPeriod: { startDate: '2025-12-31T16:00:00Z', endDate: '2026-01-21T01:30:00.000Z' },
    deliveryAddresses: [{ locality: '采花乡' }],
    documents: [
      { documentType: 'tenderNotice', datePublished: '2026-01-01T00:00:00Z' },
      { documentType: 'shortlistedFirms', datePublished: '2026-01-24T01:30:00Z' },
    ],
    ...tender,
  },
  bids: { statistics: [{ id: 'bids', value: 4 }] },
  awards: [
    {
      status: 'active',
      date: '2026-01-28T01:30:00Z',
      value: { amount: 900.05, currency: 'CNY' },
      suppliers: [{ id: 'CN-SAIC-1', name: '甲' }],
    },
  ],
  ...change,
});

describe('what the statistics take from a published process', () => {
  it('are its dates, sums and suppliers, by Beijing time', () => {
    expect(factOf(compiled())).toEqual({
      ocid: 'ocds-x-1',
      title: '桥面维修',
      year: '2026',
      region: '采花乡',
      method: '公开招标',
      category: 'works',
      status: 'awarded',
      awarded: 90_005,
      ceiling: 100_010,
      bids: 4,
      noticeAt: Date.parse('2025-12-31T16:00:00Z'),
      deadlineAt: Date.parse('2026-01-21T01:30:00Z'),
      candidatesAt: Date.parse('2026-01-24T01:30:00Z'),
      awardedAt: Date.parse('2026-01-28T01:30:00Z'),
      suppliers: [{ id: 'CN-SAIC-1', name: '甲', awarded: 90_005 }],
    });
  });

  it('leave open what is not published', () => {
    expect(factOf({ ocid: 'x', tender: {} })).toMatchObject({
      year: '',
      region: '',
      status: 'running',
      awarded: null,
      ceiling: null,
      bids: null,
      noticeAt: null,
      suppliers: [],
    });
    const running = factOf(compiled({ awards: [] }, { tenderPeriod: { startDate: '2026' } }));
    expect(running).toMatchObject({ status: 'running', awarded: null, noticeAt: null });
    expect(factOf(compiled({}, { status: 'unsuccessful' })).status).toBe('failed');
    expect(factOf(compiled({}, { status: 'withdrawn' })).status).toBe('cancelled');
  });

  it('compare an award with the ceilings of the lots it is of', () => {
    const lots = [
      { id: '1', value: { amount: 10, currency: 'CNY' } },
      { id: '2', value: { amount: 20, currency: 'CNY' } },
      { id: '3' },
    ];
    const award = (relatedLots: string[]): JsonObject => ({
      status: 'active',
      value: { amount: 9, currency: 'CNY' },
      relatedLots,
    });
    const of = (...awards: JsonObject[]): unknown => factOf(compiled({ awards }, { lots })).ceiling;
    expect(of(award(['1']), award(['2']))).toBe(3000);
    expect(of(award(['3']))).toBeNull();
    expect(of()).toBeNull();
  });
});

const facts = (...changes: Partial<ProcessFact>[]): ProcessFact[] =>
  changes.map((change) => ({ ...factOf(compiled()), ...change }));

describe('figures', () => {
  it('are counted, summed and compared exactly', () => {
    const figures = figuresOf(
      facts(
        {},
        { ceiling: null, bids: 3 },
        { status: 'failed', awarded: null, ceiling: null, bids: null, suppliers: [] },
      ),
    );
    expect(figures).toMatchObject({
      processes: 3,
      awarded: 2,
      failed: 1,
      running: 0,
      cancelled: 0,
      sum: 180_010,
      saved: 10_005,
      savedPercent: '10.00',
      bidsEach: '3.50',
      days: { noticeToDeadline: '20.4', deadlineToCandidates: '3.0', candidatesToAward: '4.0' },
      largestPercent: '100.00',
      concentration: '10000',
    });
  });

  it('say nothing where there is nothing to say', () => {
    expect(figuresOf([])).toMatchObject({
      processes: 0,
      savedPercent: null,
      bidsEach: null,
      days: { noticeToDeadline: null },
      largestPercent: null,
      concentration: null,
    });
  });

  it('put suppliers together across processes, the largest first', () => {
    const by = (id: string, awarded: number): Partial<ProcessFact> => ({
      suppliers: [{ id, name: id, awarded: awarded as Fen }],
    });
    expect(suppliersIn(facts(by('a', 1), by('b', 3), by('a', 2), by('c', 9)))).toEqual([
      { id: 'c', name: 'c', awarded: 9 },
      { id: 'a', name: 'a', awarded: 3 },
      { id: 'b', name: 'b', awarded: 3 },
    ]);
    expect(figuresOf(facts(by('a', 1), by('b', 1))).concentration).toBe('5000');
  });

  it('of the groups come to those of the whole', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            year: fc.constantFrom('2024', '2025', '2026'),
            status: fc.constantFrom('running' as const, 'awarded' as const, 'failed' as const),
            awarded: fc.option(fc.nat(1_000_000)),
          }),
        ),
        (changes) => {
          const all = facts(...(changes as Partial<ProcessFact>[]));
          const groups = grouped(all, 'year');
          const whole = figuresOf(all);
          const sum = (of: (one: (typeof groups)[number]) => number): number =>
            groups.reduce((total, one) => total + of(one), 0);
          expect(sum(({ figures }) => figures.processes)).toBe(whole.processes);
          expect(sum(({ figures }) => figures.failed)).toBe(whole.failed);
          expect(sum(({ figures }) => figures.sum)).toBe(whole.sum);
        },
      ),
    );
    expect(grouped(facts({ year: '2025' }, {}), 'year').map(({ key }) => key)).toEqual([
      '2026',
      '2025',
    ]);
    expect(grouped(facts({ region: '乙' }, { region: '' }), 'region')[0]?.key).toBe('');
  });
});
