import { DEMO_EXPERTS } from '@server/demo';
import { RURAL_ROAD } from '../../journeys/rural-road';
import { EARLY, READERS, EVERYBODY, FIRMS, type Road, type Moment, type Reader } from './road';

/** Who judges. */
export function panelCells(road: Road): void {
  const at: Road['at'] = (...where) => road.at(...where);
  const all: Road['all'] = (...where) => road.all(...where);
  const before: Road['before'] = (moment) => road.before(moment);
  const from: Road['from'] = (moment) => road.from(moment);

  describe('exclusions for recusal', () => {
    const counts = (moment: Moment, reader: Reader): unknown =>
      (JSON.parse(at(moment, reader, 'panel').text) as { exclusions: unknown }).exclusions;

    it.each(EARLY)('are in nothing %s can ask for before the opening', (reader) => {
      if (EVERYBODY.includes(reader)) expect(at('draft', reader, 'panel').status).toBe(404);
      expect(counts('sealed', reader)).toBeNull();
    });

    it.each(READERS)('are counted for %s from the opening on', (reader) => {
      for (const moment of EARLY.includes(reader) ? from('opening') : from('read')) {
        expect(counts(moment, reader)).toEqual(expect.any(Array));
        expect(at(moment, reader, 'panel').text).toBe(at(moment, 'public', 'panel').text);
      }
    });
  });

  describe('the names of the drawn experts', () => {
    const drawn = (): readonly string[] => {
      const { members } = JSON.parse(at('awarded', 'public', 'panel').text) as {
        members: { name: string }[];
      };
      return members.map((one) => one.name);
    };

    it('are public with the result', () => {
      expect(drawn()).toHaveLength(5);
      for (const name of drawn()) {
        expect(DEMO_EXPERTS.map((expert) => expert.name)).toContain(name);
      }
    });

    it.each(EARLY)('are in nothing %s can ask for before', (reader) => {
      const hidden = reader === 'drawn expert' ? before('read') : before('awarded');
      for (const moment of hidden.filter((one) => one !== 'draft')) {
        const learned = all(moment, reader);
        for (const name of drawn())
          expect([moment, learned.includes(name)]).toEqual([moment, false]);
      }
    });

    it('are hidden behind a draw whose proof is open to the supervisor and to everybody at once', () => {
      for (const reader of ['supervisor', 'public'] as const) {
        expect(JSON.parse(at('sealed', reader, 'draws').text)).toHaveLength(1);
      }
    });

    it('are not even told what they were drawn for: before check-in an expert knows a time and a place', () => {
      for (const moment of before('read').filter((one) => one !== 'draft')) {
        for (const probe of ['invitations', 'inbox'] as const) {
          const { text } = at(moment, 'drawn expert', probe);
          for (const secret of [
            road.names.tender,
            road.names.opening,
            RURAL_ROAD.title,
            ...FIRMS,
          ]) {
            if (secret !== '') expect(text).not.toContain(secret);
          }
        }
        expect(at(moment, 'drawn expert', 'invitations').text).toContain('accepted');
        expect(at(moment, 'drawn expert', 'room').status).toBe(404);
      }
      expect(at('read', 'drawn expert', 'invitations').text).toContain(road.names.tender);
    });

    it('are the panel’s own from check-in on', () => {
      for (const name of drawn()) expect(at('read', 'expert', 'room').text).toContain(name);
    });
  });
}
