import { ROLES, type Role } from '@core/identity';
import { atBeijing, COUNTY_2013, NATIONAL_2024, REGIMES } from '@core/rules';
import { documentsGate, takeDocuments, type DocumentReader } from './index';

const AT = atBeijing('2026-03-02', '09:00');
const tender = { tendererId: 'township', agencyId: 'agency', regime: 'C' } as const;
const stranger: DocumentReader = { actor: null, isSignedUp: false, isJudge: false };
const acting = (role: Role, organisationId = 'other'): DocumentReader => ({
  ...stranger,
  actor: { role, organisationId },
});

describe('taking documents', () => {
  it('is free to everybody today, under every regime', () => {
    for (const regime of REGIMES) {
      expect(documentsGate(NATIONAL_2024, regime, AT)).toBeNull();
      expect(takeDocuments({ ...tender, regime }, stranger, NATIONAL_2024, AT).ok).toBe(true);
    }
  });

  it('needs a sign-up under the county’s policy, and says by which rule', () => {
    for (const reader of [stranger, acting('bidder'), acting('tenderer'), acting('expert')]) {
      expect(takeDocuments(tender, reader, COUNTY_2013, AT)).toMatchObject({
        ok: false,
        refusal: {
          code: 'tender.sign_up_first',
          law: {
            ruleId: 'county-sign-up-first',
            citation: '县政府办公室工程招投标文件（2013，历史政策）',
          },
        },
      });
    }
  });

  it('is open to who signed up, to the tenderer and its agency, and to the panel that checked in', () => {
    const readers = [
      { ...acting('bidder'), isSignedUp: true },
      acting('tenderer', 'township'),
      acting('tenderer', 'agency'),
      { ...acting('expert'), isJudge: true },
    ];
    for (const reader of readers) {
      expect(takeDocuments(tender, reader, COUNTY_2013, AT).ok).toBe(true);
    }
  });

  it('is open to the roles that look after tenders, and to no other', () => {
    const open = ROLES.filter((role) => takeDocuments(tender, acting(role), COUNTY_2013, AT).ok);
    expect(open).toEqual(['registrar', 'host', 'draw_operator', 'finance', 'supervisor']);
  });
});
