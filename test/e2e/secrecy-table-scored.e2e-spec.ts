import { DemoPeople } from '@server/demo';
import { worldAt } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { READERS } from './secrecy/road';
import {
  ANSWER,
  EVIDENCE,
  ITEM,
  LETTER,
  OUTSIDERS,
  POINTS,
  Scored,
  SCORED_MOMENTS,
} from './secrecy/scored';

const SLOW = 600_000;
/** Who is there before the panel is seated. */
const EARLY = READERS.filter((reader) => !['expert', 'colleague'].includes(reader));
const PANEL = ['expert', 'colleague'] as const;

/** What the secrecy table says of plan, coefficients, letters and marks, cell by cell. */
describe('who sees what of a scored evaluation, when', () => {
  const scored = new Scored();
  const at: Scored['at'] = (...where) => scored.at(...where);
  const all: Scored['all'] = (...where) => scored.all(...where);
  const from: Scored['from'] = (moment) => scored.from(moment);
  const before: Scored['before'] = (moment) => scored.before(moment);
  let app: TestApp;
  beforeAll(async () => {
    app = await anApp('secrecy_scored', { DEMO: 'true' });
    await app.get(DemoPeople).settle(5);
    await scored.walk(worldAt(app.url, () => undefined));
  }, SLOW);
  afterAll(() => app.close());

  describe('the evaluation plan', () => {
    it.each(['tenderer', 'agency'] as const)('is written by %s', (reader) => {
      expect(at('draft', reader, 'own').text).toContain(ITEM);
    });

    it.each(EARLY.filter((one) => !['tenderer', 'agency', 'drawn expert'].includes(one)))(
      'is in nothing %s can ask for before publication',
      (reader) => {
        expect(all('draft', reader)).not.toContain(ITEM);
      },
    );

    it.each(EARLY)('is open to %s from publication on', (reader) => {
      for (const moment of from('sealed')) expect(at(moment, reader, 'page').text).toContain(ITEM);
    });
  });

  describe('the drawn coefficients', () => {
    it.each(EARLY)('are in nothing %s can ask for before they are drawn', (reader) => {
      for (const moment of before('seated').filter((one) => scored.was(one, reader))) {
        expect(all(moment, reader)).not.toContain('coefficients_drawn');
      }
    });

    it.each(READERS)('are open to %s from the draw on', (reader) => {
      for (const moment of from('seated')) {
        expect(at(moment, reader, 'events').text).toContain('coefficients_drawn');
      }
    });
  });

  describe('a letter of the panel, its answer and its evidence', () => {
    it.each(PANEL)('are read by %s', (reader) => {
      for (const moment of from('marking')) {
        const { text } = at(moment, reader, 'room');
        for (const said of [LETTER, ANSWER]) expect(text).toContain(said);
        expect(at(moment, reader, 'evidence').text).toBe(EVIDENCE);
      }
    });

    it('are read by the bidder that was asked', () => {
      for (const moment of from('marking')) {
        for (const said of [LETTER, ANSWER]) {
          expect(at(moment, 'bidder', 'letters').text).toContain(said);
        }
        expect(at(moment, 'bidder', 'evidence').text).toBe(EVIDENCE);
      }
    });

    it('are read by the supervisor with the candidates, not before', () => {
      for (const moment of ['marking', 'marked', 'evaluated'] as const) {
        expect(at(moment, 'supervisor', 'supervised').status).toBe(404);
        expect(at(moment, 'supervisor', 'evidence').status).toBe(404);
      }
      for (const said of [LETTER, ANSWER]) {
        expect(at('publicity', 'supervisor', 'supervised').text).toContain(said);
      }
      expect(at('publicity', 'supervisor', 'evidence').text).toBe(EVIDENCE);
    });

    it.each(OUTSIDERS.filter((one) => one !== 'bidder' && one !== 'supervisor'))(
      'are in nothing %s can ask for, at no time',
      (reader) => {
        for (const moment of from('marking')) {
          const learned = all(moment, reader);
          for (const said of [LETTER, ANSWER, EVIDENCE]) expect(learned).not.toContain(said);
          expect([401, 403, 404]).toContain(at(moment, reader, 'evidence').status);
          expect([401, 403, 404]).toContain(at(moment, reader, 'supervised').status);
        }
      },
    );
  });

  describe('the marks', () => {
    it('are their member’s own before all are in', () => {
      expect(at('marking', 'expert', 'room').text).toContain(POINTS);
    });

    it.each([...OUTSIDERS, 'colleague'] as const)(
      'are in nothing %s can ask for before all are in',
      (reader) => {
        expect(all('marking', reader)).not.toContain(POINTS);
      },
    );

    it('are the panel’s once all are in', () => {
      expect(at('marked', 'colleague', 'room').text).toContain(POINTS);
    });

    it.each(OUTSIDERS)('are in nothing %s can ask for before the candidates', (reader) => {
      for (const moment of ['marking', 'marked', 'evaluated'] as const) {
        expect(all(moment, reader)).not.toContain(POINTS);
      }
    });
  });

  describe('how the bids were evaluated, on paper', () => {
    it.each(OUTSIDERS)('is open to %s with the candidates, not before', (reader) => {
      for (const moment of SCORED_MOMENTS.filter((one) => one !== 'publicity')) {
        if (!scored.was(moment, reader)) continue;
        expect(at(moment, reader, 'page').text).not.toContain('candidates_notice');
        expect(at(moment, reader, 'paper').status).toBe(404);
      }
      expect(at('publicity', reader, 'page').text).toContain('candidates_notice');
      expect(at('publicity', reader, 'paper').status).toBe(200);
    });
  });
});
