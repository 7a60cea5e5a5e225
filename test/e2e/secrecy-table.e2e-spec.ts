import { DEMO_EXPERTS, DemoPeople } from '@server/demo';
import { checkIn, demoExperts, drawPanel, formPanel, ROAD_SEATS } from '../journeys/panel';
import {
  bid,
  download,
  enterFirms,
  hallOf,
  openBids,
  publishWith,
  registerProject,
  RURAL_ROAD,
} from '../journeys/rural-road';
import { holderKeys } from '../journeys/holders';
import { openBasePrice, sealBasePrice } from '../journeys/base-price';
import { evaluate } from '../journeys/to-award';
import { uploadFile } from '../journeys/upload';
import { clockTo, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

/** The moments of a tender between which something becomes visible. */
const MOMENTS = [
  'draft',
  'sealed',
  'opening',
  'unread',
  'read',
  'evaluated',
  'publicity',
  'objected',
  'awarded',
] as const;
type Moment = (typeof MOMENTS)[number];

/** Who looks: the columns of the table. */
const READERS = [
  'public',
  'bidder',
  'other bidder',
  'tenderer',
  'agency',
  'other tenderer',
  'registrar',
  'host',
  'drawer',
  'finance',
  'drawn expert',
  'expert',
  'supervisor',
] as const;
type Reader = (typeof READERS)[number];

/** What is looked at. */
const PROBES = {
  page: '/api/public/tenders/:tender',
  document: '/api/public/tenders/:tender/documents/:document/file',
  own: '/api/tenders/:tender',
  drafts: '/api/tender-drafts',
  clarifications: '/api/public/tenders/:tender/clarifications',
  mySignUps: '/api/sign-ups/mine',
  signUps: '/api/tenders/:tender/sign-ups',
  downloads: '/api/tenders/:tender/downloads',
  opening: '/api/public/tenders/:tender/opening',
  events: '/api/public/openings/:opening/events',
  bundle: '/api/public/tenders/:tender/bundle',
  bids: '/api/tenders/:tender/bids/mine',
  panel: '/api/public/tenders/:tender/panel',
  panels: '/api/panels',
  asked: '/api/tenders/:tender/panel',
  draws: '/api/public/tenders/:tender/draws',
  room: '/api/evaluations/:tender',
  result: '/api/public/tenders/:tender/result',
  objections: '/api/tenders/:tender/objections',
  openObjections: '/api/public/tenders/:tender/objections',
  inbox: '/api/inbox',
  invitations: '/api/invitations',
  reading: '/tenders/:tender',
  search: '/tenders?q=%E6%B9%96%E5%8C%97',
  ocds: '/api/ocds/releases',
  records: '/api/ocds/records',
  statistics: '/statistics/rows',
} as const;
type Probe = keyof typeof PROBES;

interface Seen {
  readonly status: number;
  readonly text: string;
}

const PRICES = RURAL_ROAD.offers.map(({ price }) => price.replace('.', ''));
/** The base price, in fen and in yuan as it may appear. */
const BASE_FEN = 357_123_400;
const BASE_FORMS = ['357123400', '3571234.00', '3,571,234.00'] as const;
/** What an objection says: nothing that stands anywhere else. */
const OBJECTION = '第一名的业绩证明存疑，请核实。';
const FIRMS = RURAL_ROAD.offers.map(({ firm }) => firm);

/** The first of the called experts who said yes. */
async function accepted(experts: readonly Client[]): Promise<Client> {
  for (const expert of experts) {
    const all = await expert.get<{ state: string }[]>('/api/invitations');
    if (all.some(({ state }) => state === 'accepted')) return expert;
  }
  throw new Error('nobody accepted');
}

/** The secrecy table of the product, cell by cell: everything every reader can ask for is asked at every moment. */
describe('who sees what, when', () => {
  let app: TestApp;
  let world: World;
  const readers = new Map<Reader, Client>();
  const seen = new Map<string, Seen>();
  let secretNonce = '';
  const names = { tender: '', document: '', opening: '', panel: '' };

  const look = async (moment: Moment): Promise<void> => {
    for (const [reader, client] of readers) {
      for (const [probe, pattern] of Object.entries(PROBES)) {
        const path = pattern.replace(
          /:(\w+)/g,
          (_all, name: string) =>
            names[name as keyof typeof names] || '00000000-0000-7000-8000-000000000000',
        );
        const answer = await client.fetch(path, probe === 'document' ? { method: 'HEAD' } : {});
        const text = answer.status === 200 ? await answer.text() : '';
        seen.set(`${moment}/${reader}/${probe}`, { status: answer.status, text });
      }
    }
  };
  const at = (moment: Moment, reader: Reader, probe: Probe): Seen => {
    const found = seen.get(`${moment}/${reader}/${probe}`);
    if (!found) throw new Error(`nobody looked: ${moment}/${reader}/${probe}`);
    return found;
  };
  /** Everything a reader could learn at a moment. */
  const all = (moment: Moment, reader: Reader): string =>
    (Object.keys(PROBES) as Probe[]).map((probe) => at(moment, reader, probe).text).join('\n');
  const before = (moment: Moment): readonly Moment[] => MOMENTS.slice(0, MOMENTS.indexOf(moment));
  const from = (moment: Moment): readonly Moment[] => MOMENTS.slice(MOMENTS.indexOf(moment));

  beforeAll(async () => {
    app = await anApp('secrecy', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    readers.set('public', world.stranger());
    const staff = {
      'other tenderer': 'school',
      tenderer: 'township',
      agency: 'agency',
      registrar: 'registrar',
    };
    const others = { host: 'host', drawer: 'drawer', finance: 'finance', supervisor: 'supervisor' };
    for (const [reader, username] of Object.entries({ ...staff, ...others })) {
      readers.set(reader as Reader, await world.as(username));
    }
    const tenderer = await world.as('township');
    const projectId = await registerProject(world);
    const [agency] = await tenderer.get<{ id: string }[]>('/api/agencies');
    const contract = await uploadFile(tenderer, '委托合同.txt', 'text/plain', Buffer.from('委托'));
    await tenderer.put(`/api/projects/${projectId}/commission`, {
      agencyId: agency?.id,
      contractNumber: '委托〔2026〕5号',
      fileId: contract.id,
    });
    const { tenderId, deadline } = await publishWith(world, projectId, async (id) => {
      names.tender = id;
      await look('draft');
      return (await holderKeys(id)).sealing;
    });
    const page = await tenderer.get<{ documents: { id: string }[] }>(
      `/api/public/tenders/${tenderId}`,
    );
    names.document = page.documents[0]?.id ?? '';
    const base = await sealBasePrice(tenderer, tenderId, null, BASE_FEN);
    secretNonce = base.nonce;
    const firms = await enterFirms(world, tenderId);
    for (const [index, reader] of (['bidder', 'other bidder'] as const).entries()) {
      readers.set(reader, await world.as(firms[index] ?? ''));
      await download(world, firms[index] ?? '', tenderId);
    }
    const bids = await bid(world, tenderId, firms);
    const experts = demoExperts(world);
    names.panel = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, deadline);
    await formPanel(world, names.panel, experts);
    readers.set('drawn expert', await accepted(await experts()));
    await look('sealed');
    names.opening = await hallOf(world, tenderId, deadline);
    await look('opening');
    await openBids(world, names.opening, bids, async () => {
      await look('unread');
      await openBasePrice(tenderer, names.opening, base);
    });
    const members = await checkIn(tenderId, experts);
    const [expert] = members;
    if (!expert) throw new Error('nobody checked in');
    readers.set('expert', expert);
    await look('read');
    await evaluate(world, tenderId, members);
    await look('evaluated');
    await tenderer.post(`/api/tenders/${tenderId}/candidates`);
    await look('publicity');
    const filed = await (readers.get('bidder') ?? tenderer).post<{ id: string }>(
      `/api/tenders/${tenderId}/objections`,
      { text: OBJECTION },
    );
    await look('objected');
    const answer = { text: '业绩经核实属实。', upheld: false };
    await tenderer.post(`/api/objections/${filed.id}/answer`, answer);
    const { publicityUntil } = await tenderer.get<{ publicityUntil: string }>(
      `/api/public/tenders/${tenderId}`,
    );
    await clockTo(world, publicityUntil);
    await tenderer.post(`/api/tenders/${tenderId}/award`);
    await look('awarded');
  });
  afterAll(() => app.close());

  const EVERYBODY = READERS.filter(
    (reader) => !['bidder', 'other bidder', 'drawn expert', 'expert'].includes(reader),
  );
  const STAFF = ['registrar', 'host', 'drawer', 'finance'] as const;

  describe('notice and documents', () => {
    it.each(EVERYBODY)('are not there for %s before publication', (reader) => {
      expect(at('draft', reader, 'page').status).toBe(404);
      const own = at('draft', reader, 'own').status;
      if (['tenderer', 'agency'].includes(reader)) expect(own).toBe(200);
      else expect([401, 403, 404]).toContain(own);
    });

    it.each(READERS.filter((reader) => reader !== 'expert'))(
      'are open to %s from publication on',
      (reader) => {
        for (const moment of from('sealed')) {
          expect(at(moment, reader, 'page').status).toBe(200);
          expect(at(moment, reader, 'document').status).toBe(200);
        }
      },
    );
  });

  describe('a draft', () => {
    interface Draft {
      readonly id: string;
      readonly parts: readonly { readonly part: string; readonly isComplete: boolean }[];
    }
    const draftFor = (moment: Moment, reader: Reader): Draft | undefined =>
      (JSON.parse(at(moment, reader, 'drafts').text) as Draft[]).find(
        ({ id }) => id === names.tender,
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
      'public',
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

  describe('the bids', () => {
    it.each(READERS.filter((reader) => reader !== 'expert'))(
      'have no number, no name and no price for %s before the deadline',
      (reader) => {
        expect(at('sealed', reader, 'opening').status).toBe(404);
        expect(at('sealed', reader, 'bundle').status).not.toBe(200);
        const learned = all('sealed', reader);
        for (const price of PRICES) expect(learned).not.toContain(price);
        if (reader === 'tenderer') return;
        const mine = reader === 'bidder' ? FIRMS[0] : reader === 'other bidder' ? FIRMS[1] : null;
        for (const firm of FIRMS) if (firm !== mine) expect(learned).not.toContain(firm);
      },
    );

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
      'are in nothing %s can ask for beyond what is read out: no file of a bid, no name of one, at no time',
      (reader) => {
        const there = MOMENTS.filter((moment) => seen.has(`${moment}/${reader}/page`));
        for (const moment of there) {
          const learned = all(moment, reader);
          for (const { price } of RURAL_ROAD.offers)
            expect(learned).not.toContain(`报价 ${price} 元`);
          expect(learned).not.toContain('投标函.txt');
        }
      },
    );

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

    it.each(READERS.filter((reader) => reader !== 'expert'))(
      'is in nothing %s can ask for before it is opened; that there is one is known',
      (reader) => {
        for (const moment of EARLIER) {
          const learned = all(moment, reader);
          for (const form of [...BASE_FORMS, secretNonce]) expect(learned).not.toContain(form);
          expect(at(moment, reader, 'page').text).toContain('"priceFen":null');
        }
      },
    );

    it.each(READERS)('is open to %s from its opening on', (reader) => {
      for (const moment of from('read')) {
        expect(at(moment, reader, 'page').text).toContain(`"priceFen":"${BASE_FEN}"`);
        expect(at(moment, reader, 'events').text).toContain('"price":"3571234.00"');
        expect(at(moment, reader, 'events').text).toContain(secretNonce);
      }
    });
  });

  describe('exclusions for recusal', () => {
    const counts = (moment: Moment, reader: Reader): unknown =>
      (JSON.parse(at(moment, reader, 'panel').text) as { exclusions: unknown }).exclusions;

    it.each(READERS.filter((reader) => reader !== 'expert'))(
      'are in nothing %s can ask for before the opening',
      (reader) => {
        if (EVERYBODY.includes(reader)) expect(at('draft', reader, 'panel').status).toBe(404);
        expect(counts('sealed', reader)).toBeNull();
      },
    );

    it.each(READERS)('are counted for %s from the opening on', (reader) => {
      for (const moment of reader === 'expert' ? from('read') : from('opening')) {
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

    it.each(READERS.filter((reader) => reader !== 'expert'))(
      'are in nothing %s can ask for before',
      (reader) => {
        const hidden = reader === 'drawn expert' ? before('read') : before('awarded');
        for (const moment of hidden.filter((one) => one !== 'draft')) {
          const learned = all(moment, reader);
          for (const name of drawn())
            expect([moment, learned.includes(name)]).toEqual([moment, false]);
        }
      },
    );

    it('are hidden behind a draw whose proof is open to the supervisor and to everybody at once', () => {
      for (const reader of ['supervisor', 'public'] as const) {
        expect(JSON.parse(at('sealed', reader, 'draws').text)).toHaveLength(1);
      }
    });

    it('are not even told what they were drawn for: before check-in an expert knows a time and a place', () => {
      for (const moment of before('read').filter((one) => one !== 'draft')) {
        for (const probe of ['invitations', 'inbox'] as const) {
          const { text } = at(moment, 'drawn expert', probe);
          for (const secret of [names.tender, names.opening, RURAL_ROAD.title, ...FIRMS]) {
            if (secret !== '') expect(text).not.toContain(secret);
          }
        }
        expect(at(moment, 'drawn expert', 'invitations').text).toContain('accepted');
        expect(at(moment, 'drawn expert', 'room').status).toBe(404);
      }
      expect(at('read', 'drawn expert', 'invitations').text).toContain(names.tender);
    });

    it('are the panel’s own from check-in on', () => {
      for (const name of drawn()) expect(at('read', 'expert', 'room').text).toContain(name);
    });
  });

  describe('the evaluation', () => {
    it.each([
      ...STAFF,
      'public',
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
});
