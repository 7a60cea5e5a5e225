import { DemoPeople } from '@server/demo';
import { PAYMENT } from '../journeys/contract';
import { SMALL_ROAD } from '../journeys/small-works';
import { worldAt } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { AWARD_READERS, Awarded, type AwardReader } from './secrecy/awarded';

const SLOW = 600_000;
/** Whom a contract nobody has signed is for: its two sides, the agency that writes it, and the supervisor. */
const SIDES: readonly AwardReader[] = ['tenderer', 'agency', 'supervisor'];
const not = (...some: readonly AwardReader[]): AwardReader[] =>
  AWARD_READERS.filter((reader) => !some.includes(reader));

/** What the secrecy table says of contracts and letters between an award and its contract, cell by cell. */
describe('who sees what of an award, when', () => {
  const awarded = new Awarded();
  const at: Awarded['at'] = (...where) => awarded.at(...where);
  const all: Awarded['all'] = (...where) => awarded.all(...where);
  let app: TestApp;

  beforeAll(async () => {
    app = await anApp('secrecy_awarded', { DEMO: 'true' });
    await app.get(DemoPeople).settle(5);
    await awarded.walk(worldAt(app.url, () => undefined));
  }, SLOW);
  afterAll(() => app.close());

  describe('a contract nobody has signed', () => {
    it.each([...SIDES, 'former'] as const)('is read by %s', (reader) => {
      expect(at('written', reader, 'contract').text).toContain(PAYMENT);
      expect(at('written', reader, 'contracts').text).toContain(PAYMENT);
    });

    it.each(not(...SIDES, 'former'))('is in nothing %s can ask for', (reader) => {
      expect([401, 403, 404]).toContain(at('written', reader, 'contract').status);
      expect(all('written', reader)).not.toContain(PAYMENT);
      expect(all('written', reader)).not.toContain(awarded.names.contract);
    });

    it.each(AWARD_READERS)('is there for %s no more once its award is void', (reader) => {
      expect([401, 403, 404]).toContain(at('voided', reader, 'contract').status);
      expect(all('voided', reader)).not.toContain(PAYMENT);
    });
  });

  describe('a contract one side has signed', () => {
    it.each([...SIDES, 'winner'] as const)('is read by %s', (reader) => {
      expect(at('half signed', reader, 'next').text).toContain(PAYMENT);
    });

    it.each(not(...SIDES, 'winner'))('is in nothing %s can ask for', (reader) => {
      expect([401, 403, 404]).toContain(at('half signed', reader, 'next').status);
      expect(all('half signed', reader)).not.toContain(PAYMENT);
    });

    it.each(AWARD_READERS)('is on no paper for %s', (reader) => {
      expect(at('half signed', reader, 'paper').status).toBe(404);
      expect(at('half signed', reader, 'page').text).not.toContain('contract_notice');
    });

    it.each(AWARD_READERS)('is open to %s once both have', (reader) => {
      expect(at('concluded', reader, 'published').text).toContain(PAYMENT);
      expect(at('concluded', reader, 'paper').status).toBe(200);
    });
  });

  describe('the letter of an award that became void', () => {
    const own = (moment: 'voided' | 'concluded'): readonly { voidedAt: string | null }[] =>
      JSON.parse(at(moment, 'former', 'letters').text) as never;

    it('is its firm’s, which sees that it is void, until the letter of the new result takes its place', () => {
      for (const moment of ['written', 'voided'] as const) {
        expect(at(moment, 'former', 'letter').status).toBe(200);
        expect(at(moment, 'former', 'letters').text).toContain(awarded.letterNumber);
      }
      expect(at('voided', 'former', 'letters').text).toContain(SMALL_ROAD.title);
      expect(own('voided').map(({ voidedAt }) => voidedAt)).toEqual([expect.any(String)]);
      expect(at('concluded', 'former', 'letter').status).toBe(404);
      expect(own('concluded').map(({ voidedAt }) => voidedAt)).toEqual([null]);
    });

    it.each(not('former'))('is in nothing %s can ask for, at no time', (reader) => {
      for (const moment of ['written', 'voided', 'concluded'] as const) {
        expect([401, 403, 404]).toContain(at(moment, reader, 'letter').status);
        expect(at(moment, reader, 'letters').text).not.toContain(awarded.letterNumber);
      }
    });

    it.each(AWARD_READERS)('is said to be void to %s who holds it on paper', (reader) => {
      expect(at('written', reader, 'printed').text).toContain('"inForce":true');
      for (const moment of ['voided', 'half signed', 'concluded'] as const) {
        expect(at(moment, reader, 'printed').text).toContain('"inForce":false');
      }
    });

    it.each(AWARD_READERS)('stands for no result %s sees', (reader) => {
      const awards = (moment: 'written' | 'voided' | 'concluded'): readonly string[] =>
        (
          JSON.parse(at(moment, reader, 'result').text) as { awards: { name: string }[] }
        ).awards.map(({ name }) => name);
      const [first] = awards('written');
      expect(first).toBeDefined();
      expect(awards('voided')).toEqual([]);
      expect(awards('concluded')).toHaveLength(1);
      expect(awards('concluded')).not.toContain(first);
    });
  });
});
