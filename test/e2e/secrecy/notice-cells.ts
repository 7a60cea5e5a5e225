import { RURAL_ROAD } from '../../journeys/rural-road';
import { EARLY, EVERYBODY, STAFF, type Road, type Moment, type Reader } from './road';

/** The notice, its documents and what is said about them. */
export function noticeCells(road: Road): void {
  const at: Road['at'] = (...where) => road.at(...where);
  const from: Road['from'] = (moment) => road.from(moment);

  describe('notice and documents', () => {
    it.each(EVERYBODY)('are not there for %s before publication', (reader) => {
      expect(at('draft', reader, 'page').status).toBe(404);
      const own = at('draft', reader, 'own').status;
      if (['tenderer', 'agency'].includes(reader)) expect(own).toBe(200);
      else expect([401, 403, 404]).toContain(own);
    });

    it.each(EARLY)('are open to %s from publication on', (reader) => {
      for (const moment of from('sealed')) {
        expect(at(moment, reader, 'page').status).toBe(200);
        expect(at(moment, reader, 'document').status).toBe(200);
      }
    });
  });

  describe('a draft', () => {
    interface Draft {
      readonly id: string;
      readonly parts: readonly { readonly part: string; readonly isComplete: boolean }[];
    }
    const draftFor = (moment: Moment, reader: Reader): Draft | undefined =>
      (JSON.parse(at(moment, reader, 'drafts').text) as Draft[]).find(
        ({ id }) => id === road.names.tender,
      );

    it.each(STAFF)('is there for %s, part by part, without its content', (reader) => {
      const draft = draftFor('draft', reader);
      expect(draft?.parts).toContainEqual({ part: 'documents', isComplete: true });
      expect(draft?.parts).toContainEqual({ part: 'opening', isComplete: false });
      const { text } = at('draft', reader, 'drafts');
      expect(text).not.toContain(RURAL_ROAD.title);
      expect(text).not.toContain(RURAL_ROAD.ceilingFen);
      expect(text).not.toContain('招标文件');
      expect(at('draft', reader, 'own').status).toBe(404);
    });

    it.each(STAFF)('is a draft no more for %s once it is published', (reader) => {
      expect(draftFor('sealed', reader)).toBeUndefined();
    });

    it.each(['public', 'tenderer', 'other tenderer', 'supervisor'] as const)(
      'is in no list of %s’s: the tenderer has its own, the others wait for the publication',
      (reader) => {
        expect([401, 403]).toContain(at('draft', reader, 'drafts').status);
      },
    );
  });

  describe('clarifications', () => {
    it.each(EVERYBODY)(
      'are not there for %s before publication, and open to all after',
      (reader) => {
        expect(at('draft', reader, 'clarifications').status).toBe(404);
        for (const moment of from('sealed')) {
          expect(at(moment, reader, 'clarifications').status).toBe(200);
        }
      },
    );

    it('and documents are the panel’s at its check-in', () => {
      for (const moment of from('read')) {
        for (const probe of ['page', 'document', 'clarifications'] as const) {
          expect(at(moment, 'expert', probe).status).toBe(200);
        }
      }
    });
  });
}
