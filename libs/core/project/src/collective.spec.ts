import fc from 'fast-check';
import { NATIONAL_2024, REGIMES, type UnderLaw } from '@core/rules';
import { checkCollective, requireCollective, type CollectiveDecision } from './index';

const law: UnderLaw = { set: NATIONAL_2024, regime: 'D', on: '2026-03-02' };
const made: CollectiveDecision = {
  meeting: 'representatives',
  document: '新明村村民代表会议记录〔2026〕1号',
  partyOn: '2026-01-28',
  heldOn: '2026-02-02',
  publishedFrom: '2026-02-03',
  publishedUntil: '2026-02-18',
  entitled: 45,
  present: 40,
  agreed: 31,
  fileId: 'f',
};
const check = (change: Partial<CollectiveDecision>) => checkCollective({ ...made, ...change }, law);

describe('a village’s decision', () => {
  it('is held against each rule about it', () => {
    const found = check({});
    expect(found.ok && found.value.map(({ ruleId }) => ruleId)).toEqual([
      'village-resolution',
      'village-party-first',
      'village-publish-15d',
      'village-representatives-quorum',
    ]);
  });

  it.each<[string, string, Partial<CollectiveDecision>]>([
    ['half agree', 'village-resolution', { agreed: 20 }],
    ['the party met later', 'village-party-first', { partyOn: '2026-02-03' }],
    ['it hung out too short', 'village-publish-15d', { publishedUntil: '2026-02-17' }],
    [
      'half of the villagers came',
      'village-meeting-quorum',
      { meeting: 'villagers', entitled: 80 },
    ],
    ['too few households came', 'village-meeting-quorum', { meeting: 'households', entitled: 61 }],
    ['too few of them came', 'village-representatives-quorum', { entitled: 61 }],
    ['too few came', 'rceo-two-thirds', { meeting: 'members', entitled: 61 }],
    ['too few agreed', 'rceo-two-thirds', { meeting: 'members', entitled: 47, agreed: 31 }],
  ])('is refused by law where %s: %s', (_, ruleId, change) => {
    expect(check(change)).toMatchObject({
      refusal: { code: 'project.collective_unlawful', law: { ruleId } },
    });
  });

  it('is taken by a meeting with its quorum, and by no smaller one', () => {
    const quorum = { villagers: 1 / 2, households: 2 / 3, representatives: 2 / 3 };
    fc.assert(
      fc.property(
        fc.constantFrom('villagers' as const, 'households' as const, 'representatives' as const),
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(3000),
        (meeting, entitled, some) => {
          const present = Math.min(entitled, Math.max(1, some));
          const found = check({ meeting, entitled, present, agreed: present });
          const share = present / entitled;
          const isEnough = meeting === 'villagers' ? share > 1 / 2 : share >= quorum[meeting];
          expect(found.ok).toBe(isEnough);
        },
      ),
    );
  });

  it('of a collective passes with exactly two thirds, and no fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), (entitled, some) => {
        const agreed = Math.min(entitled, Math.max(1, some));
        const found = check({ meeting: 'members', entitled, present: entitled, agreed });
        expect(found.ok).toBe(agreed / entitled >= 2 / 3);
      }),
    );
  });

  it.each<[string, string, Partial<CollectiveDecision>]>([
    ['names no document', 'document', { document: ' ' }],
    ['is of no day', 'date', { heldOn: '2026-02-30' }],
    ['lies ahead', 'future', { publishedFrom: '2026-03-03', publishedUntil: '2026-03-30' }],
    ['is published before it is made', 'order', { publishedFrom: '2026-02-01' }],
    ['has more for it than came', 'votes', { agreed: 41 }],
    ['has more present than entitled', 'votes', { present: 46 }],
    ['has nobody for it', 'votes', { agreed: 0 }],
  ])('that %s is told so: %s', (_, reason, change) => {
    expect(check(change)).toMatchObject({
      refusal: { code: 'project.collective_invalid', params: { reason } },
    });
  });

  it('must be on record before its project is published, under the law of villages alone', () => {
    for (const regime of REGIMES) {
      const required = requireCollective(null, { ...law, regime });
      if (regime !== 'D') expect(required.ok).toBe(true);
      else {
        expect(required).toMatchObject({
          refusal: {
            code: 'project.collective_missing',
            law: { ruleId: 'village-resolution' },
          },
        });
      }
    }
    expect(requireCollective(made, law).ok).toBe(true);
    const bare = { ...NATIONAL_2024, rules: new Map() };
    expect(requireCollective(null, { ...law, set: bare }).ok).toBe(true);
  });
});
