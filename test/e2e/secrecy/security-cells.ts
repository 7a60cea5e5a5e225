import { PAYER, PAYER_ACCOUNT } from '../../journeys/bid-security';
import { MOMENTS, READERS, type Reader, type Road } from './road';

/** Who may know who paid a security once bids are opened. */
const AFTER_OPENING = ['tenderer', 'agency', 'supervisor'] as const;

/** Who paid a bid security, and that anybody did. */
export function securityCells(road: Road): void {
  const at: Road['at'] = (...where) => road.at(...where);
  const all: Road['all'] = (...where) => road.all(...where);
  const from: Road['from'] = (moment) => road.from(moment);
  const not = (...some: readonly Reader[]): Reader[] =>
    READERS.filter((reader) => !some.includes(reader));

  describe('the payer of a bid security', () => {
    it('is the bidder’s own, always, with its account and code', () => {
      for (const moment of from('sealed')) {
        const mine = at(moment, 'bidder', 'mySecurities').text;
        for (const own of [PAYER, PAYER_ACCOUNT, road.names.code]) expect(mine).toContain(own);
      }
    });

    it('is finance’s, always', () => {
      for (const moment of from('sealed')) {
        const desk = at(moment, 'finance', 'desk').text;
        for (const kept of [PAYER, PAYER_ACCOUNT, road.names.code]) expect(desk).toContain(kept);
        expect(at(moment, 'finance', 'codeOwner').status).toBe(200);
      }
    });

    it.each(AFTER_OPENING)(
      'is told to %s from the opening on, not before, and without its account',
      (reader) => {
        expect(at('sealed', reader, 'securities').status).toBe(403);
        expect(all('sealed', reader)).not.toContain(PAYER);
        for (const moment of from('opening')) {
          expect(at(moment, reader, 'securities').text).toContain(PAYER);
          expect(all(moment, reader)).not.toContain(PAYER_ACCOUNT);
          expect(all(moment, reader)).not.toContain(road.names.code);
        }
      },
    );

    it.each(not('bidder', 'finance', ...AFTER_OPENING))(
      'is in nothing %s can ask for, at no time',
      (reader) => {
        for (const moment of MOMENTS.filter((one) => one !== 'draft' && road.was(one, reader))) {
          const learned = all(moment, reader);
          for (const secret of [PAYER, PAYER_ACCOUNT, road.names.code ?? PAYER]) {
            expect([moment, learned.includes(secret)]).toEqual([moment, false]);
          }
        }
      },
    );

    it.each(not('finance'))('is on no desk that %s may open', (reader) => {
      for (const moment of MOMENTS.filter((one) => road.was(one, reader))) {
        expect([401, 403]).toContain(at(moment, reader, 'desk').status);
        expect([401, 403]).toContain(at(moment, reader, 'codeOwner').status);
      }
    });
  });

  describe('that a bid’s security is there', () => {
    it('is a fact for the panel once it is seated: of every bid that gave one, without a payer', () => {
      for (const moment of from('read')) {
        const seen = at(moment, 'expert', 'panelSecurities');
        expect(seen.status).toBe(200);
        const found = JSON.parse(seen.text) as { checks: { check: string; holds: boolean }[] }[];
        expect(found).toHaveLength(1);
        expect(found[0]?.checks).toContainEqual(
          expect.objectContaining({ check: 'amount', holds: true }),
        );
      }
    });

    it.each(not('expert', 'colleague'))('is not told to %s as to the panel', (reader) => {
      for (const moment of MOMENTS.filter((one) => road.was(one, reader))) {
        // The drawn expert is a member from its check-in on.
        if (reader === 'drawn expert' && from('read').includes(moment)) continue;
        expect([401, 403, 404]).toContain(at(moment, reader, 'panelSecurities').status);
      }
    });

    it.each(not('finance', 'bidder'))(
      'is counted for %s by nothing before the opening',
      (reader) => {
        if (!road.was('sealed', reader)) return;
        for (const probe of ['securities', 'desk', 'panelSecurities'] as const) {
          expect([401, 403, 404]).toContain(at('sealed', reader, probe).status);
        }
      },
    );
  });
}
