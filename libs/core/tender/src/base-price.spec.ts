import { fen, parseInstant } from '@core/kernel';
import { CALENDAR, NATIONAL_2024, proposeTimetable } from '@core/rules';
import { basePriceLaw, divideTender, sealBasePrice, type Lot, type Tender } from './index';

const now = parseInstant('2026-03-02T01:00:00.000Z')!;
const proposed = proposeTimetable(NATIONAL_2024, 'A', now, CALENDAR);
if (!proposed.ok) throw new Error('no timetable');
const timetable = proposed.value;
const published: Tender = {
  id: 't',
  code: 'T2026-0001',
  projectId: 'p',
  tendererId: 'town',
  agencyId: null,
  state: 'published',
  version: 1,
  regime: 'A',
  kind: 'works',
  method: 'open_tender',
  ruleSetId: 'national-2024',
  estimate: fen(900_000_000),
  ceiling: null,
  bidBond: fen(0),
  timetable,
  publicityUntil: null,
  suspendedAt: null,
};
const part = (title: string) => ({
  title,
  estimate: fen(450_000_000),
  ceiling: null,
  bidBond: fen(0),
  qualification: null,
});
const divided = divideTender(published.estimate, [part('一'), part('二')]);
if (!divided.ok) throw new Error('not divided');
const lots = divided.value;
const set = NATIONAL_2024;

function seal(change: Partial<Tender>, at: number, lot = 1, sealed: readonly number[] = []) {
  return sealBasePrice({ ...published, ...change }, { lots, sealed, set }, lot, at);
}

describe('sealing a base price', () => {
  it('is for each lot, from publication until the deadline', () => {
    expect(seal({}, now + 1).ok).toBe(true);
    expect(seal({}, timetable.deadline - 1, 2, [1]).ok).toBe(true);
    expect(seal({ suspendedAt: now }, timetable.deadline + 1).ok).toBe(true);
  });

  it.each([
    ['in a draft', { state: 'draft' as const }, now, 'tender.not_open'],
    ['at the deadline', {}, timetable.deadline, 'tender.too_late'],
    ['after termination', { state: 'terminated' as const }, now, 'tender.not_open'],
    ['without sealed bids', { method: 'lottery' as const }, now, 'base_price.no_sealed_bids'],
  ])('is refused %s', (_when, change, at, code) => {
    expect(seal(change, at)).toMatchObject({ refusal: { code } });
  });

  it('is refused for a lot the tender has not, and for one that failed', () => {
    expect(seal({}, now, 3)).toMatchObject({ refusal: { code: 'lot.not_found' } });
    const failed: Lot[] = lots.map((lot) => ({ ...lot, state: 'failed' }));
    expect(sealBasePrice(published, { lots: failed, sealed: [], set }, 1, now)).toMatchObject({
      refusal: { code: 'lot.failed' },
    });
  });

  it('is refused a second time, by the law that knows one base price', () => {
    expect(seal({}, now, 1, [1])).toMatchObject({
      refusal: {
        code: 'base_price.sealed_already',
        params: { lot: 1 },
        law: { ruleId: 'single-baseline-secret', citation: '招标投标法实施条例§27、§50' },
      },
    });
    const below = seal({ regime: 'C' }, now, 1, [1]);
    expect(below.ok ? null : below.refusal).toEqual({
      code: 'base_price.sealed_already',
      params: { lot: 1 },
    });
    expect(basePriceLaw(set, { regime: 'C' }, now)).toBeNull();
  });
});
