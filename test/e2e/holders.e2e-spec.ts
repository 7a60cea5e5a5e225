import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dealShares } from '@core/escrow';
import {
  bidHash,
  envelopeSecret,
  factsOf,
  readBid,
  withdrawalPayload,
  type HeldTender,
} from '@core/sealed-bid';
import { canonicalize, parseInstant, publicKeyOf, signPayload, toHex } from '@core/kernel';
import { parsePolicyFile, type LogPolicy } from '@core/ledger';
import { verifyBundle } from '@core/bundle';
import { DemoPeople } from '@server/demo';
import { Bids } from '@server/bid';
import { Config, FileStore } from '@server/platform';
import { HolderFault, HolderProgram } from '../../apps/holder/src/program';
import { anApp, type TestApp } from '../support/app';
import { handIn, openingSecret, prepareBid, type HandedIn } from '../journeys/bidder';
import { HolderMachine } from '../journeys/holder-batches';
import { enterFirms, hallOf, RURAL_ROAD, registerProject } from '../journeys/rural-road';
import { bigTenderPdf } from '../journeys/tender-pdf';
import { uploadFile } from '../journeys/upload';
import { clockTo, random, until, worldAt, type World } from '../journeys/world';
import { noticeText } from '../journeys/notice';

const OFFER = { price: '3579546.00', durationDays: 120, quality: '合格', manager: '张工' };

describe('holders who signed their keys ahead', () => {
  let app: TestApp;
  let world: World;
  let holders: [HolderMachine, HolderMachine, HolderMachine];
  let organisationIds: string[];

  beforeAll(async () => {
    app = await anApp('holders', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    holders = [
      new HolderMachine(await world.as('host'), 'centre', 1),
      new HolderMachine(await world.as('township'), 'tenderer', 2),
      new HolderMachine(await world.as('supervisor'), 'supervisor', 3),
    ];
    for (const holder of holders) await holder.makeBatch(3);
    const tenderer = await world.as('township');
    const offers =
      await tenderer.get<{ organisationId: string; free: number }[]>('/api/holder-offers');
    expect(offers.map(({ free }) => free)).toEqual([3, 3, 3]);
    organisationIds = offers.map(({ organisationId }) => organisationId);
  });
  afterAll(() => app.close());

  async function published(
    hasHolders = true,
  ): Promise<{ tenderId: string; deadline: string; firms: string[] }> {
    const tenderer = await world.as('township');
    const projectId = await registerProject(world);
    const { id: tenderId } = await tenderer.post<{ id: string }>('/api/tenders', {
      projectId,
      title: RURAL_ROAD.title,
      method: 'open_tender',
      ceilingFen: RURAL_ROAD.ceilingFen,
      bidBondFen: '7000000',
    });
    const pdf = await bigTenderPdf(RURAL_ROAD.title);
    const file = await uploadFile(tenderer, '招标文件.pdf', 'application/pdf', pdf);
    const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
    await tenderer.post(`/api/tenders/${tenderId}/documents`, document);
    const sealing = { mode: 'either', t: 2, windowSeconds: 1_800, organisationIds };
    // Asked again, the same keys: none is lost to a second press.
    for (let press = 0; hasHolders && press < 2; press++) {
      await tenderer.put(`/api/tenders/${tenderId}/sealing/batches`, sealing);
    }
    const { timetable } = await tenderer.post<{ timetable: { deadline: string } }>(
      `/api/tenders/${tenderId}/publish`,
      { text: await noticeText(tenderer, tenderId) },
    );
    return { tenderId, deadline: timetable.deadline, firms: await enterFirms(world, tenderId) };
  }

  async function policy(): Promise<LogPolicy> {
    const text = await (await world.stranger().fetch('/api/public/policy')).text();
    const parsed = parsePolicyFile(text);
    if (!parsed.ok) throw new Error(parsed.refusal.code);
    return parsed.value;
  }

  const legalNow = async (): Promise<number> => {
    const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
    return parseInstant(legal) ?? 0;
  };

  async function windowOver(openingId: string): Promise<void> {
    const { windowEndsAt } = await world
      .stranger()
      .get<{ windowEndsAt: string }>(`/api/public/openings/${openingId}`);
    await clockTo(world, windowEndsAt);
  }

  it('open an absent bidder with one press each; a replaced and a withdrawn bid stay shut', async () => {
    const { tenderId, deadline, firms } = await published();
    const bids: HandedIn[] = [];
    for (const firm of firms) bids.push(await handIn(await world.as(firm), tenderId, OFFER));
    const [absent, replacing, withdrawing] = bids as [HandedIn, HandedIn, HandedIn];
    // Replacement: a new bid in the place of the first. Withdrawal, and a new bid after it.
    const replacement = await handIn(replacing.client, tenderId, { ...OFFER, price: '3500000.00' });
    const third = await prepareBid(withdrawing.client, tenderId, OFFER);
    const key = random();
    const read = readBid(String(third.body.bidObject));
    if (!read.ok) throw new Error('no bid');
    await withdrawing.client.post(`/api/bids/${third.bidId}/submit`, {
      ...third.body,
      publicKey: publicKeyOf(key),
      signature: signPayload(key, 'tp1/bid', read.value),
    });
    const payload = withdrawalPayload(tenderId, third.bidId, bidHash(read.value));
    const path = `/api/bids/${third.bidId}/withdraw`;
    const foreign = signPayload(random(), 'tp1/bid', payload);
    const refusal = await withdrawing.client.refusal(
      withdrawing.client.post(path, { signature: foreign }),
    );
    expect(refusal.code).toBe('bid.signature_wrong');
    await withdrawing.client.post(path, { signature: signPayload(key, 'tp1/bid', payload) });
    const last = await handIn(withdrawing.client, tenderId, { ...OFFER, price: '3600000.00' });

    const openingId = await hallOf(world, tenderId, deadline);
    const [centre, tenderer, supervisor] = holders;
    expect((await supervisor.client.refusal(supervisor.held(openingId))).code).toBe(
      'opening.window_open',
    );
    for (const bid of [replacement, last]) {
      const secret = { bidId: bid.bidId, secret: openingSecret(bid) };
      await bid.client.post(`/api/openings/${openingId}/keys`, secret);
    }
    for (const gone of [replacing, withdrawing]) {
      const secret = { bidId: gone.bidId, secret: openingSecret(gone) };
      const late = gone.client.post(`/api/openings/${openingId}/keys`, secret);
      expect((await gone.client.refusal(late)).code).toBe('opening.unknown_bid');
    }
    await windowOver(openingId);
    const duties =
      await supervisor.client.get<{ tenderId: string; waiting: number }[]>('/api/held-tenders');
    expect(duties).toMatchObject([{ tenderId, waiting: 1 }]);
    const stranger = await world.as('school');
    const foreignShares = stranger.get(`/api/openings/${openingId}/held-shares`);
    expect((await stranger.refusal(foreignShares)).code).toBe('tender.not_allowed');

    const trusted = await policy();
    const now = await legalNow();
    const held = await supervisor.held(openingId);
    // A platform that lies gets nothing: another list, another bid, too early, another log.
    const lies: [Partial<HeldTender>, number, LogPolicy, string][] = [
      [{ openAt: '2099-01-01T00:00:00Z' }, now, trusted, 'seal.too_early'],
      [{ tender: 'T1' }, now, trusted, 'seal.closing_false'],
      [{ bids: [String(replacing.body.bidObject)] }, now, trusted, 'seal.bid_not_closed'],
      [{}, now, { ...trusted, log: { ...trusted.log, name: 'elsewhere' } }, 'seal.closing_false'],
    ];
    for (const [change, at, whom, code] of lies) {
      expect(await supervisor.release({ ...held, ...change }, whom, at)).toMatchObject({
        refusal: { code },
      });
    }
    const released = await centre.release(await centre.held(openingId), trusted, now);
    if (!released.ok) throw new Error(released.refusal.code);
    expect(released.value.shares.map(({ bid }) => bid)).toEqual([absent.bidId]);
    await centre.post(openingId, released.value);
    // The supervisor uses the program that needs no web page.
    const folder = mkdtempSync(join(tmpdir(), 'sunlit-holder-'));
    const program = new HolderProgram(supervisor.client, folder);
    const text = await (await world.stranger().fetch('/api/public/policy')).text();
    await expect(program.release('not-the-passphrase', text, now)).rejects.toThrow(HolderFault);
    await expect(
      program.release(supervisor.passphrase, text.replace('quorum G', 'quorum  G'), now),
    ).rejects.toThrow('another policy');
    writeFileSync(join(folder, `${tenderId}.closed`), `${'0'.repeat(64)}\n`);
    expect(await program.release(supervisor.passphrase, text, now)).toMatchObject([
      { shares: 0, refused: 'seal.second_closing' },
    ]);
    rmSync(join(folder, `${tenderId}.closed`));
    expect(await program.release(supervisor.passphrase, text, now)).toMatchObject([
      { shares: 1, refused: null },
    ]);
    expect(await program.release(supervisor.passphrase, text, now)).toEqual([]);
    const school = new HolderProgram(stranger, folder);
    const passphrase = await school.make('school', 4, 4);
    expect(await school.release(passphrase, text, now)).toEqual([]);
    const batches = await stranger.get<{ free: number }[]>('/api/holder-batches');
    expect(batches).toMatchObject([{ free: 50 }]);
    expect((await tenderer.held(openingId)).bids).toEqual([]);
    const hall = await world
      .stranger()
      .get<{ events: { event: Record<string, unknown> }[] }>(`/api/public/openings/${openingId}`);
    expect(hall.events.map(({ event }) => event)).toContainEqual({
      kind: 'bid_unsealed',
      bidId: absent.bidId,
      by: 'holders',
    });
    await readAndClose(openingId);
    await verified(tenderId, ['OK by bidder', 'OK by bidder', 'OK by holders']);
  });

  it('leave every other verdict to be told, and the verifier finds the same', async () => {
    const { tenderId, deadline, firms } = await published();
    const [junk, corrupt, alone] = firms as [string, string, string];
    // A dealer of junk: shares of another secret than the envelope's.
    const dealer = await world.as(junk);
    const prepared = await prepareBid(dealer, tenderId, OFFER);
    const read = readBid(String(prepared.body.bidObject));
    if (!read.ok) throw new Error('no bid');
    const { bid, opening } = await dealer
      .post<{ bid: string; opening: never }>(`/api/tenders/${tenderId}/bids`)
      .then((reserved) => ({ bid: prepared.bidId, opening: reserved.opening }));
    const terms = opening as { t: number; holders: { id: string; x: number; recipient: string }[] };
    const ctx = { kind: 'seal' as const, tender: tenderId, bid, env: 'sheet' };
    const shares = await dealShares(random(), terms.t, terms.holders, ctx);
    const [sheet] = read.value.envelopes;
    const lying = { ...read.value, envelopes: [{ ...sheet!, shares }] };
    const key = random();
    await dealer.post(`/api/bids/${bid}/submit`, {
      ...prepared.body,
      bidObject: canonicalize(lying),
      publicKey: publicKeyOf(key),
      signature: signPayload(key, 'tp1/bid', lying),
    });
    const damaged = await handIn(await world.as(corrupt), tenderId, OFFER);
    const lonely = await handIn(await world.as(alone), tenderId, OFFER);
    const openingId = await hallOf(world, tenderId, deadline);

    // The platform loses the bytes of one: its own fault, whoever hands the key in.
    const [blob] = await app.get(Bids).blobs(damaged.bidId);
    const file = await app.get(FileStore).get(blob!.fileId);
    const stored = app.get(Config).path('files', file.sha256.slice(0, 2), file.sha256);
    rmSync(stored, { force: true });
    writeFileSync(stored, Buffer.alloc(file.size));
    const wrong = damaged.client.post(`/api/openings/${openingId}/keys`, {
      bidId: damaged.bidId,
      secret: 'ab'.repeat(32),
    });
    expect((await damaged.client.refusal(wrong)).code).toBe('opening.wrong_key');
    await damaged.client.post(`/api/openings/${openingId}/keys`, {
      bidId: damaged.bidId,
      secret: openingSecret(damaged),
    });
    await windowOver(openingId);
    const [centre, , supervisor] = holders;
    const trusted = await policy();
    const now = await legalNow();
    const first = await supervisor.release(await supervisor.held(openingId), trusted, now);
    if (!first.ok) throw new Error(first.refusal.code);
    await supervisor.post(openingId, first.value);
    const second = await centre.release(await centre.held(openingId), trusted, now);
    if (!second.ok) throw new Error(second.refusal.code);
    // The second holder gives its share of the junk bid only: the lonely one has one share too few.
    const some = second.value.shares.filter((share) => share.bid === bid);
    await centre.post(openingId, { ...second.value, shares: some });
    const host = await world.as('host');
    const hall = await host.post<{ events: { event: Record<string, unknown> }[] }>(
      `/api/openings/${openingId}/absent`,
    );
    const failed = hall.events
      .map(({ event }) => event)
      .filter(({ kind }) => kind === 'bid_failed')
      .map(({ bidId, verdict }) => [bidId, verdict]);
    expect(failed).toEqual([
      [damaged.bidId, 'PLATFORM_CORRUPT'],
      [bid, 'DEALER_FAULT'],
      [lonely.bidId, 'TOO_FEW_SHARES'],
    ]);
    await readAndClose(openingId);
    await verified(tenderId, ['DEALER_FAULT', 'PLATFORM_CORRUPT by bidder', 'TOO_FEW_SHARES']);
  });

  it('without holders, an absent bidder stays shut, and a file of junk is its bidder’s fault', async () => {
    const { tenderId, deadline, firms } = await published(false);
    const [absent, junk, honest] = firms as [string, string, string];
    await handIn(await world.as(absent), tenderId, OFFER);
    const good = await handIn(await world.as(honest), tenderId, OFFER);
    const client = await world.as(junk);
    const { bidId, seed, body } = await prepareBid(client, tenderId, OFFER);
    const read = readBid(String(body.bidObject));
    if (!read.ok) throw new Error('no bid');
    const noise = random(5_000);
    const { sha256, size, parts } = await factsOf(noise);
    const stored = await uploadFile(client, 'noise.age', 'application/octet-stream', noise);
    const [sheet] = read.value.envelopes;
    const files = [{ ...sheet!.files[0]!, sha256, size, parts }];
    const object = { ...read.value, envelopes: [{ ...sheet!, files }] };
    const blobs = (body.blobs as { name: string; fileId: string }[]).map((blob) =>
      blob.name === 'sheet/bid' ? { ...blob, fileId: stored.id } : blob,
    );
    const key = random();
    await client.post(`/api/bids/${bidId}/submit`, {
      blobs,
      bidObject: canonicalize(object),
      publicKey: publicKeyOf(key),
      signature: signPayload(key, 'tp1/bid', object),
    });
    const openingId = await hallOf(world, tenderId, deadline);
    for (const bid of [good, { client, bidId, seed }]) {
      const secret = { bidId: bid.bidId, secret: toHex(envelopeSecret(bid.seed, 'sheet')) };
      await bid.client.post(`/api/openings/${openingId}/keys`, secret);
    }
    await windowOver(openingId);
    await (await world.as('host')).post(`/api/openings/${openingId}/absent`);
    await readAndClose(openingId);
    await verified(tenderId, ['BIDDER_ABSENT', 'BIDDER_FAULT by bidder', 'OK by bidder']);
  });

  interface HallAnswer {
    readonly events: readonly {
      readonly event: {
        readonly kind: string;
        readonly bidId?: string;
        readonly bids?: readonly { readonly bidId: string }[];
      };
    }[];
  }

  /** Reads what was opened, in the order of the closed list, and ends the hall: only then is it published. */
  async function readAndClose(openingId: string): Promise<void> {
    const host = await world.as('host');
    const press = (kind: string, more: object = {}): Promise<HallAnswer> =>
      host.post<HallAnswer>(`/api/openings/${openingId}/commands`, { kind, ...more });
    const { events } = await press('begin_reading');
    const closed = events.find(({ event }) => event.kind === 'bids_closed');
    const order = closed?.event.bids ?? [];
    for (const { bidId } of order) {
      const isOpen = events.some(
        ({ event }) => event.kind === 'bid_unsealed' && event.bidId === bidId,
      );
      if (isOpen) await press('read_bid', { bidId });
    }
    for (const kind of ['open_objections', 'begin_signing', 'close']) await press(kind);
  }

  /** What a stranger's verifier finds of the envelopes, each opened again from what was published. */
  async function verified(tenderId: string, verdicts: readonly string[]): Promise<void> {
    const found = await until('the whole opening to be published', async () => {
      const bundle = await world.stranger().get<unknown>(`/api/public/tenders/${tenderId}/bundle`);
      const result = await verifyBundle(bundle);
      if (!result.ok) throw new Error(JSON.stringify(result));
      const { envelopes } = result.report;
      return envelopes.length === verdicts.length ? envelopes : null;
    });
    const told = found.map(({ verdict, by }) => (by === null ? verdict : `${verdict} by ${by}`));
    expect(told.sort()).toEqual(verdicts);
  }
});
