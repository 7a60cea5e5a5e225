import { RURAL_ROAD } from '../../journeys/rural-road';
import {
  ADMINISTRATORS,
  EVERYBODY,
  FIRMS,
  GROUND,
  OBJECTION,
  READERS,
  STAFF,
  type Road,
} from './road';

/** What comes out of it, and what is said against it. */
export function resultCells(road: Road): void {
  const at: Road['at'] = (...where) => road.at(...where);
  const all: Road['all'] = (...where) => road.all(...where);
  const before: Road['before'] = (moment) => road.before(moment);
  const from: Road['from'] = (moment) => road.from(moment);

  describe('the evaluation', () => {
    it.each([
      ...STAFF,
      ...ADMINISTRATORS,
      'public',
      'citizen',
      'tenderer',
      'agency',
      'bidder',
      'other bidder',
      'supervisor',
    ] as const)('is closed to %s until the report', (reader) => {
      for (const moment of before('evaluated').filter((one) => one !== 'draft')) {
        expect(at(moment, reader, 'room').status).not.toBe(200);
      }
    });

    it('shows a member its own reviews', () => {
      const { mine } = JSON.parse(at('evaluated', 'expert', 'room').text) as { mine: unknown[] };
      expect(mine).toHaveLength(FIRMS.length);
      expect(at('read', 'expert', 'room').status).toBe(200);
    });

    it.each(['bidder', 'other bidder', ...STAFF, 'tenderer', 'supervisor'] as const)(
      'is %s’s with the publication, not before',
      (reader) => {
        expect(at('evaluated', reader, 'room').status).not.toBe(200);
        expect(at('evaluated', reader, 'result').text).not.toContain(RURAL_ROAD.winner);
        expect(at('publicity', reader, 'result').text).toContain(RURAL_ROAD.winner);
      },
    );

    it('is published with the candidates, to everybody alike', () => {
      for (const reader of EVERYBODY) {
        expect(at('evaluated', reader, 'result').text).not.toContain(FIRMS[0]);
        expect(at('publicity', reader, 'result').text).toContain(RURAL_ROAD.winner);
        expect(at('awarded', reader, 'result').text).toContain(RURAL_ROAD.winner);
      }
    });
  });

  describe('a review, where bids are compared by price alone,', () => {
    it('is its member’s own', () => {
      expect(at('reviewing', 'expert', 'room').text).toContain(GROUND);
    });

    it.each(READERS.filter((one) => one !== 'expert' && one !== 'drawn expert'))(
      'is in nothing %s can ask for',
      (reader) => {
        expect(all('reviewing', reader)).not.toContain(GROUND);
      },
    );

    it('leaves a colleague without a sum before all are in', () => {
      const room = JSON.parse(at('reviewing', 'colleague', 'room').text) as {
        mine: unknown[];
        bids: unknown[];
        valid: unknown;
        computations: unknown[];
      };
      expect(room.bids).toHaveLength(FIRMS.length);
      expect(room).toMatchObject({ mine: [], valid: null, computations: [] });
    });
  });

  describe('an objection', () => {
    it.each(['bidder', 'tenderer', 'agency', 'supervisor'] as const)('is read by %s', (reader) => {
      expect(at('objected', reader, 'objections').text).toContain(OBJECTION);
      expect(at('awarded', reader, 'objections').text).toContain('业绩经核实属实');
    });

    it.each(READERS.filter((one) => !['bidder', 'tenderer', 'agency', 'supervisor'].includes(one)))(
      'is in nothing %s can ask for; that one is open is known',
      (reader) => {
        for (const moment of from('objected')) {
          expect(all(moment, reader)).not.toContain(OBJECTION);
        }
        expect(JSON.parse(at('objected', reader, 'openObjections').text)).toEqual({ open: 1 });
      },
    );
  });
}
