import { ROLES } from '@core/identity';
import { fen, parseInstant } from '@core/kernel';
import { CALENDAR, NATIONAL_2024, proposeTimetable } from '@core/rules';
import { draftParts, maySeeDraftParts, type Tender } from './index';

const now = parseInstant('2026-03-02T01:00:00.000Z')!;
const proposed = proposeTimetable(NATIONAL_2024, 'C', now, CALENDAR);
if (!proposed.ok) throw new Error('no timetable');
const draft: Tender = {
  id: 't',
  code: 'T2026-0001',
  projectId: 'p',
  tendererId: 'o',
  agencyId: null,
  state: 'draft',
  version: 1,
  regime: 'C',
  kind: 'works',
  method: 'open_tender',
  ruleSetId: 'national-2024',
  estimate: fen(360_000_000),
  ceiling: null,
  bidBond: fen(0),
  timetable: proposed.value,
  publicityUntil: null,
  suspendedAt: null,
};
const facts = {
  timetable: proposed.value,
  documents: 1,
  basis: null,
  lots: [],
  plan: null,
  local: null,
  hasOpeningMode: true,
  set: NATIONAL_2024,
  calendar: CALENDAR,
};
const missing = (
  tender: Tender,
  more: Partial<typeof facts> | { timetable: null } = {},
): string[] =>
  draftParts(tender, { ...facts, ...more }, now)
    .filter(({ isComplete }) => !isComplete)
    .map(({ part }) => part);

describe('the parts of a draft', () => {
  it('are all there, or named one by one', () => {
    expect(missing(draft)).toEqual([]);
    expect(missing(draft, { documents: 0 })).toEqual(['documents']);
    expect(missing(draft, { hasOpeningMode: false })).toEqual(['opening']);
    expect(missing(draft, { timetable: null })).toEqual(['timetable']);
    expect(missing({ ...draft, bidBond: fen(100_000_000) })).toEqual(['lawful']);
  });

  it('need a basis for a lottery, and neither documents nor key holders', () => {
    const lottery: Tender = { ...draft, method: 'lottery' };
    expect(missing(lottery, { documents: 0, hasOpeningMode: false })).toEqual(['basis']);
  });

  it('are for the staff of the centre', () => {
    expect(ROLES.filter((role) => maySeeDraftParts({ role }))).toEqual([
      'registrar',
      'host',
      'draw_operator',
      'finance',
    ]);
  });
});
