import { DemoPeople } from '@server/demo';
import { worldAt } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import {
  Complained,
  COMPLAINT_MOMENTS,
  COMPLAINT_READERS,
  SAID,
  type ComplaintReader,
} from './secrecy/complained';

const SLOW = 600_000;
/** On whom a complaint is served when it is accepted: whoever runs the tender. */
const SERVED: readonly ComplaintReader[] = ['tenderer', 'agency'];
const not = (...some: readonly ComplaintReader[]): ComplaintReader[] =>
  COMPLAINT_READERS.filter((reader) => !some.includes(reader));
const STRANGERS = not('complainant', 'supervisor', ...SERVED);

/** What the secrecy table says of complaints, replies and decisions, cell by cell. */
describe('who sees what of a complaint, when', () => {
  const complained = new Complained();
  const at: Complained['at'] = (...where) => complained.at(...where);
  const all: Complained['all'] = (...where) => complained.all(...where);
  let app: TestApp;

  beforeAll(async () => {
    app = await anApp('secrecy_complaints', { DEMO: 'true' });
    await app.get(DemoPeople).settle(4);
    await complained.walk(worldAt(app.url, () => undefined));
  }, SLOW);
  afterAll(() => app.close());

  describe('a complaint', () => {
    it.each(['complainant', 'supervisor'] as const)(
      'is read by %s from the beginning',
      (reader) => {
        for (const moment of COMPLAINT_MOMENTS) {
          expect(at(moment, reader, 'whole').text).toContain(SAID.complaint);
          expect(at(moment, reader, 'evidence').status).toBe(200);
        }
      },
    );

    it.each(SERVED)('is read by %s once it is accepted, and not before', (reader) => {
      expect(at('filed', reader, 'whole').status).toBe(404);
      expect(at('filed', reader, 'evidence').status).toBe(404);
      expect(all('filed', reader)).not.toContain(SAID.complaint);
      expect(all('filed', reader)).not.toContain(complained.names.complaint);
      expect(at('served', reader, 'whole').text).toContain(SAID.complaint);
      expect(at('served', reader, 'evidence').status).toBe(200);
    });

    it.each(STRANGERS)('is in nothing %s can ask for, at no time', (reader) => {
      for (const moment of COMPLAINT_MOMENTS) {
        expect([401, 403, 404]).toContain(at(moment, reader, 'whole').status);
        expect([401, 403, 404]).toContain(at(moment, reader, 'evidence').status);
        expect(all(moment, reader)).not.toContain(SAID.complaint);
      }
    });

    it.each(STRANGERS)('is not even known of to %s before it is decided', (reader) => {
      for (const moment of complained.before('decided')) {
        expect(all(moment, reader)).not.toContain(complained.names.complaint);
      }
    });
  });

  describe('the answer to it', () => {
    it.each([...SERVED, 'supervisor'] as const)('is read by %s', (reader) => {
      expect(at('answered', reader, 'whole').text).toContain(SAID.answer);
      expect(at('answered', reader, 'counterEvidence').status).toBe(200);
    });

    it.each(not(...SERVED, 'supervisor'))(
      'is in nothing %s can ask for while it is dealt with',
      (reader) => {
        expect(all('answered', reader)).not.toContain(SAID.answer);
        expect([401, 403, 404]).toContain(at('answered', reader, 'counterEvidence').status);
      },
    );
  });

  describe('the decision', () => {
    it.each(COMPLAINT_READERS)(
      'is open to %s once it is made, on paper too, and not before',
      (reader) => {
        for (const moment of complained.before('decided')) {
          expect(at(moment, reader, 'decision').status).toBe(404);
          expect(at(moment, reader, 'paper').status).toBe(404);
          expect(JSON.parse(at(moment, reader, 'decisions').text)).toMatchObject({ decisions: [] });
          expect(all(moment, reader)).not.toContain(SAID.findings);
        }
        expect(at('decided', reader, 'decision').text).toContain(SAID.findings);
        expect(at('decided', reader, 'paper').status).toBe(200);
        expect(at('decided', reader, 'page').text).toContain('complaint_notice');
      },
    );
  });
});
