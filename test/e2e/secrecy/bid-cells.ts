import { RURAL_ROAD } from '../../journeys/rural-road';
import {
  ADMINISTRATORS,
  BASE_FEN,
  BASE_FORMS,
  EARLY,
  EVERYBODY,
  FIRMS,
  MOMENTS,
  PRICES,
  READERS,
  SIGNED_UP_ONLY,
  STAFF,
  type Moment,
  type Reader,
  type Road,
} from './road';

interface Lead {
  readonly one: string;
  readonly other: string;
}

/** Readers who are, or may be, among the members of the panel that declare. */
const PANEL: readonly Reader[] = ['drawn expert', 'expert', 'colleague'];

/** Who takes part, and with what. */
export function bidCells(road: Road): void {
  const at: Road['at'] = (...where) => road.at(...where);
  const all: Road['all'] = (...where) => road.all(...where);
  const from: Road['from'] = (moment) => road.from(moment);

  describe('who signed up and downloaded', () => {
    it('is each bidder’s own: its receipt and nobody else’s', () => {
      for (const moment of from('sealed')) {
        const mine = at(moment, 'bidder', 'mySignUps').text;
        expect(JSON.parse(mine)).toHaveLength(1);
        expect(at(moment, 'other bidder', 'mySignUps').text).not.toBe(mine);
        const { receipt } = (JSON.parse(mine) as { receipt: string }[])[0] ?? { receipt: '' };
        expect(all(moment, 'other bidder')).not.toContain(receipt);
      }
    });

    it('is never the panel’s', () => {
      for (const moment of from('read')) {
        expect(at(moment, 'expert', 'signUps').status).toBe(403);
        expect(at(moment, 'expert', 'downloads').status).toBe(403);
      }
    });

    it('is the tenderer’s from the beginning', () => {
      expect(at('sealed', 'tenderer', 'signUps').text).toContain(FIRMS[0]);
      expect(at('sealed', 'tenderer', 'downloads').status).toBe(200);
    });

    it('is the supervisor’s after the deadline', () => {
      expect(at('sealed', 'supervisor', 'signUps').status).toBe(403);
      expect(at('opening', 'supervisor', 'signUps').text).toContain(FIRMS[0]);
    });

    it.each([
      ...STAFF,
      ...ADMINISTRATORS,
      'public',
      'citizen',
      'bidder',
      'other bidder',
      'agency',
      'other tenderer',
      'drawn expert',
    ] as const)('is never %s’s', (reader) => {
      for (const moment of from('sealed')) {
        expect([401, 403, 404]).toContain(at(moment, reader, 'signUps').status);
        expect([401, 403, 404]).toContain(at(moment, reader, 'downloads').status);
      }
    });
  });

  describe('a firm that signed up and did not bid', () => {
    it('is known to the tenderer at once, to the supervisor after the deadline', () => {
      expect(at('sealed', 'tenderer', 'signUps').text).toContain(SIGNED_UP_ONLY);
      expect(all('sealed', 'supervisor')).not.toContain(SIGNED_UP_ONLY);
      expect(at('opening', 'supervisor', 'signUps').text).toContain(SIGNED_UP_ONLY);
    });

    it.each(READERS.filter((reader) => !['tenderer', 'supervisor'].includes(reader)))(
      'is in nothing %s can ask for, at no time',
      (reader) => {
        for (const moment of MOMENTS.filter((one) => road.was(one, reader))) {
          const learned = all(moment, reader);
          expect([moment, learned.includes(SIGNED_UP_ONLY)]).toEqual([moment, false]);
        }
      },
    );
  });

  describe('relations between firms', () => {
    const pairs = (moment: Moment, reader: Reader): readonly string[] => {
      const seen = at(moment, reader, reader === 'expert' ? 'room' : 'relations');
      const body = JSON.parse(seen.text) as Lead[] | { leads: Lead[] };
      return ('leads' in body ? body.leads : body).map(({ one, other }) => `${one} ${other}`);
    };
    const OF_BIDDERS = [expect.stringContaining(FIRMS[2] ?? '')];

    it.each(EARLY)('are told to %s of nobody before the deadline', (reader) => {
      expect(at('sealed', reader, 'relations').status).not.toBe(200);
    });

    it.each(['tenderer', 'supervisor'] as const)('are told to %s after it, of all', (reader) => {
      for (const moment of from('opening')) {
        const told = pairs(moment, reader);
        expect(told).toHaveLength(2);
        expect(told.join()).toContain(SIGNED_UP_ONLY);
      }
    });

    it('are told to the agency after it, of those who bid', () => {
      for (const moment of from('opening')) expect(pairs(moment, 'agency')).toEqual(OF_BIDDERS);
    });

    it('are told to the panel once it has declared, of those who bid', () => {
      expect(pairs('read', 'expert')).toEqual([]);
      for (const moment of from('reviewing')) expect(pairs(moment, 'expert')).toEqual(OF_BIDDERS);
    });

    it.each(READERS.filter((reader) => !['tenderer', 'supervisor', 'agency'].includes(reader)))(
      'are not asked for by %s',
      (reader) => {
        for (const moment of MOMENTS.filter((one) => one !== 'draft' && road.was(one, reader))) {
          expect([401, 403, 404]).toContain(at(moment, reader, 'relations').status);
        }
      },
    );
  });

  describe('the bids', () => {
    it.each(EARLY)('have no number, no name and no price for %s before the deadline', (reader) => {
      expect(at('sealed', reader, 'opening').status).toBe(404);
      expect(at('sealed', reader, 'bundle').status).not.toBe(200);
      const learned = all('sealed', reader);
      for (const price of PRICES) expect(learned).not.toContain(price);
      // Finance knows who paid a security: that cell is its own (security-cells).
      if (reader === 'tenderer' || reader === 'finance') return;
      const mine = reader === 'bidder' ? FIRMS[0] : reader === 'other bidder' ? FIRMS[1] : null;
      for (const firm of FIRMS) if (firm !== mine) expect(learned).not.toContain(firm);
    });

    it('are the bidder’s own always, and nobody else’s', () => {
      for (const moment of from('sealed')) {
        expect(at(moment, 'bidder', 'bids').status).toBe(200);
        for (const reader of [...STAFF, 'public', 'tenderer', 'agency', 'supervisor'] as const) {
          expect([401, 403, 404]).toContain(at(moment, reader, 'bids').status);
        }
      }
      expect(JSON.parse(at('sealed', 'bidder', 'bids').text)).toHaveLength(1);
    });

    it.each(READERS.filter((reader) => reader !== 'bidder' && reader !== 'other bidder'))(
      'are in nothing %s can ask for beyond what is read out: no file of a bid, no name of one, but to the panel that has declared',
      (reader) => {
        const there = MOMENTS.filter((moment) => road.was(moment, reader));
        for (const moment of there) {
          const learned = all(moment, reader);
          for (const { price } of RURAL_ROAD.offers)
            expect(learned).not.toContain(`报价 ${price} 元`);
          const isJudge = PANEL.includes(reader) && from('reviewing').includes(moment);
          if (!isJudge) expect(learned).not.toContain('投标函.txt');
        }
      },
    );

    it('are listed to a member of the panel once it has declared', () => {
      expect(at('read', 'expert', 'room').text).not.toContain('投标函.txt');
      expect(at('reviewing', 'expert', 'room').text).toContain('投标函.txt');
    });

    it.each(EVERYBODY)('say to %s who leads the work no earlier than their price', (reader) => {
      for (const moment of ['sealed', 'opening'] as const) {
        for (const { manager } of RURAL_ROAD.offers) {
          expect(all(moment, reader)).not.toContain(manager);
        }
      }
    });

    it.each(EVERYBODY)('are counted and named for %s at the opening, without a price', (reader) => {
      const events = at('opening', reader, 'events').text;
      for (const firm of FIRMS) expect(events).toContain(firm);
      for (const price of PRICES) expect(all('opening', reader)).not.toContain(price);
    });

    it.each(EVERYBODY)('have their prices read to %s', (reader) => {
      for (const moment of from('read')) {
        for (const price of PRICES) expect(at(moment, reader, 'events').text).toContain(price);
      }
    });
  });

  describe('the base price', () => {
    const EARLIER = ['sealed', 'opening', 'unread'] as const;

    it.each(EARLY)(
      'is in nothing %s can ask for before it is opened; that there is one is known',
      (reader) => {
        for (const moment of EARLIER) {
          const learned = all(moment, reader);
          for (const form of [...BASE_FORMS, road.secretNonce]) expect(learned).not.toContain(form);
          expect(at(moment, reader, 'page').text).toContain('"priceFen":null');
        }
      },
    );

    it.each(READERS)('is open to %s from its opening on', (reader) => {
      for (const moment of from('read')) {
        expect(at(moment, reader, 'page').text).toContain(`"priceFen":"${BASE_FEN}"`);
        expect(at(moment, reader, 'events').text).toContain('"price":"3571234.00"');
        expect(at(moment, reader, 'events').text).toContain(road.secretNonce);
      }
    });
  });
}
