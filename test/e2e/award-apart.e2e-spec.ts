import { DemoPeople } from '@server/demo';
import { APART_PLAN, APART_RULES, candidatesApart, publicityOver } from '../journeys/award-apart';
import { closedBundle, judged } from '../journeys/draw';
import { upheldObjection } from '../journeys/objection';
import { uploadFile } from '../journeys/upload';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const SLOW = 240_000;
const REASON = '类似工程经验和项目团队更适合本项目。';

interface Candidate {
  readonly id: string;
  readonly number: number;
  readonly rank: number | null;
  readonly name: string;
  readonly passedOver: string | null;
}
interface Shown {
  readonly candidates: readonly Candidate[];
  readonly award: { readonly name: string } | null;
}
interface PublicTender {
  readonly code: string;
  readonly plan: unknown;
  readonly notices: readonly { readonly kind: string; readonly text: string }[];
}

describe('an award decided apart from the evaluation', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let id: string;
  let minutes: string;
  let objection: string;

  beforeAll(async () => {
    app = await anApp('award_apart', { DEMO: 'true', ...APART_RULES });
    await app.get(DemoPeople).settle(6);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    id = await candidatesApart(world);
    const paper = new TextEncoder().encode('定标会议记录：五位成员逐一发言后投票。');
    minutes = (await uploadFile(tenderer, '定标会议记录.txt', 'text/plain', paper)).id;
  }, SLOW);
  afterAll(() => app.close());

  const shown = (): Promise<Shown> => world.stranger().get(`/api/public/tenders/${id}/result`);
  const committee = (choices: readonly (number | undefined)[]): Record<string, unknown>[] =>
    choices.map((choice, at) => ({
      name: `成员${at + 1}`,
      post: '采禾乡人民政府 干部',
      ...(choice === undefined ? {} : { choice }),
    }));
  const decide = (wish: Record<string, unknown>, by = tenderer): Promise<{ name: string }> =>
    by.post(`/api/tenders/${id}/award-decisions`, {
      lot: 1,
      way: 'vote',
      reason: REASON,
      fileId: minutes,
      ...wish,
    });

  it('publishes as many candidates as the document lets, without ranks, in an order nobody chose', async () => {
    const { candidates } = await shown();
    expect(candidates.map(({ rank, number }) => [rank, number])).toEqual([
      [null, 1],
      [null, 2],
      [null, 3],
      [null, 4],
    ]);
    const seen = await world.stranger().get<PublicTender>(`/api/public/tenders/${id}`);
    expect(seen.plan).toEqual(APART_PLAN);
    const text = seen.notices.find(({ kind }) => kind === 'candidates_notice')?.text ?? '';
    expect(text).toContain('示政办发〔2026〕1号');
    expect(text).toContain('不排序');
    expect(text).not.toMatch(/第 \d+ 名/);
    const page = await (await world.stranger().fetch(`/tenders/${id}?lang=en`)).text();
    expect(page).toContain('not ranked');
    const [record] = (
      await world
        .stranger()
        .get<{ records: { compiledRelease: { bids: { details: object[] } } }[] }>(
          `/api/ocds/records/${app.config.settings.OCDS_PREFIX}-${seen.code}`,
        )
    ).records;
    const ranked = record?.compiledRelease.bids.details.filter((one) => 'rank' in one);
    expect(ranked).toEqual([]);
  });

  it('is decided by nobody before the publication is over, nor by an act that skips the committee', async () => {
    const early = decide({ members: committee([1, 1, 1, 1, 1]) });
    expect((await tenderer.refusal(early)).code).toBe('award.publicity_running');
    objection = await upheldObjection(world, 'firm2', id, 'result');
    await publicityOver(world, id);
    const plain = tenderer.post(`/api/tenders/${id}/award`);
    expect((await tenderer.refusal(plain)).code).toBe('award.decision_missing');
    const few = decide({ members: committee([1, 1, 1]) });
    expect(await tenderer.refusal(few)).toMatchObject({
      code: 'award.committee_too_small',
      law: { ruleId: 'local-award-committee' },
    });
    const tied = decide({ members: committee([1, 1, 2, 2, 3]) });
    expect((await tenderer.refusal(tied)).code).toBe('award.vote_tied');
    const nobody = decide({ members: committee([1, 1, 2, 2, 9]) });
    expect((await tenderer.refusal(nobody)).code).toBe('award.decision_invalid');
    const stranger = await world.as('school');
    const foreign = decide({ members: committee([1, 1, 1, 1, 1]) }, stranger);
    expect(['tender.not_found', 'file.not_found']).toContain(
      (await stranger.refusal(foreign)).code,
    );
    expect((await shown()).award).toBeNull();
  });

  it('waits for an upheld objection, and whom it leaves out takes no votes', async () => {
    const all = committee([3, 3, 2, 3, 2]);
    expect((await tenderer.refusal(decide({ members: all }))).code).toBe('award.objection_upheld');
    const remedy = (named: object): Promise<unknown> =>
      tenderer.post(`/api/objections/${objection}/remedy`, {
        remedy: 'passed_over',
        ground: 'violation',
        text: '经查实，业绩造假。',
        ...named,
      });
    // Nobody stands first: who is left out is named.
    expect((await tenderer.refusal(remedy({}))).code).toBe('objection.unknown_candidate');
    await remedy({ rank: 1 });
    const { candidates } = await shown();
    expect(candidates.map(({ passedOver }) => passedOver)).toEqual(['violation', null, null, null]);
    const gone = decide({ members: committee([1, 1, 1, 3, 2]) });
    expect((await tenderer.refusal(gone)).code).toBe('award.decision_invalid');
  });

  it('goes to whom the committee voted for; the votes are public, the voters are not', async () => {
    const { candidates } = await shown();
    const chosen = candidates[2]!;
    const award = await decide({ members: committee([3, 3, 4, 3, 2]) });
    expect(award.name).toBe(chosen.name);
    expect((await shown()).award?.name).toBe(chosen.name);
    const notice = await until('the notice of the award', async () => {
      const { notices } = await world.stranger().get<PublicTender>(`/api/public/tenders/${id}`);
      return notices.find(({ kind }) => kind === 'award_notice') ?? null;
    });
    expect(notice.text).toContain(`${chosen.name} 3 票`);
    expect(notice.text).toContain(REASON);
    expect(notice.text).not.toContain('成员1');
    // The record stays open as long as a complaint may follow the objection.
    const own = await tenderer.get<{ publicityUntil: string }>(`/api/tenders/${id}`);
    const complaintsOver = Date.parse(own.publicityUntil) + 30 * 86_400_000;
    await clockTo(world, new Date(complaintsOver).toISOString());
    const bundle = await closedBundle(world, id);
    expect(bundle).not.toContain('成员1');
    const result = await judged(bundle);
    if (!result.ok) throw new Error(`${result.step}: ${result.reason}`);
    const told = result.report.steps.find(({ step }) => step === 'result');
    expect(told?.counts).toMatchObject({ candidates: 4, awards: 1 });
    for (const reader of [tenderer, await world.as('supervisor')]) {
      const [decision] = await reader.get<{ members: { name: string; choice: number }[] }[]>(
        `/api/tenders/${id}/award-decisions`,
      );
      expect(decision?.members.map(({ choice }) => choice)).toEqual([3, 3, 4, 3, 2]);
    }
    const loser = await world.as('firm1');
    const asked = loser.get(`/api/tenders/${id}/award-decisions`);
    expect((await loser.refusal(asked)).code).toBe('tender.not_found');
    const again = decide({ members: committee([1, 1, 1, 1, 1]) });
    expect((await tenderer.refusal(again)).code).toBe('tender.wrong_state');
  });
});
