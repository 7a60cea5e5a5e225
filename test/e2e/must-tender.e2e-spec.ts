import { DemoPeople } from '@server/demo';
import { uploadFile } from '../journeys/upload';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Finding {
  readonly ruleId: string;
  readonly outcome: string;
  readonly citation: string;
  readonly facts: Readonly<Record<string, string>>;
}

interface Advice {
  readonly regime: string;
  readonly mustTender: boolean;
  readonly findings: readonly Finding[];
  readonly methods: readonly {
    readonly method: string;
    readonly isHeldHere: boolean;
    readonly verdict: string;
    readonly findings: readonly Finding[];
  }[];
}

interface Project {
  readonly id: string;
  readonly regime: string;
  readonly findings: readonly Finding[];
  readonly budgetFundsFen: string | null;
  readonly togetherFen: string | null;
  readonly exemption: { readonly ground: string; readonly evidence: string } | null;
}

const DIKE = {
  kind: 'works',
  owner: 'township',
  partOfWorks: true,
  fiscalFunds: true,
  estimateFen: '450000000',
  totalInvestmentFen: '450000000',
  category: 'works',
};
const PAPERS = {
  title: '采花乡河堤抢险工程',
  region: '采花乡',
  approvalNumber: '青发改〔2026〕41号',
};

describe('what must be tendered', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;

  const advise = (more: object = {}): Promise<Advice> =>
    tenderer.post('/api/projects/advice', { ...DIKE, ...more });
  const submit = (more: object = {}): Promise<Project> =>
    tenderer.post('/api/projects', { ...DIKE, ...PAPERS, ...more });
  const rules = (findings: readonly Finding[]): string[] => findings.map(({ ruleId }) => ruleId);
  const proof = async (client: Client): Promise<string> => {
    const bytes = new TextEncoder().encode('县防汛抗旱指挥部令');
    return (await uploadFile(client, '抢险令.txt', 'text/plain', bytes)).id;
  };

  beforeAll(async () => {
    app = await anApp('must_tender', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
  });
  afterAll(() => app.close());

  it('depends on whose money it is', async () => {
    expect(await advise()).toMatchObject({ regime: 'A', mustTender: true });
    const little = await advise({ budgetFundsFen: '44999999' });
    expect(little).toMatchObject({ regime: 'C', mustTender: false });
    expect(little.findings.find((one) => one.ruleId === 'mandatory-fund-scope')).toMatchObject({
      citation: '16号令第二条(一)',
      facts: { budgetFunds: '44999999', reached: 'false' },
    });
  });

  it('counts together what can be procured together, and keeps it with the project', async () => {
    const part = { estimateFen: '250000000', togetherFen: '150000000' };
    expect(await advise({ estimateFen: '250000000' })).toMatchObject({ mustTender: false });
    expect(rules((await advise(part)).findings)).toContain('mandatory-merge-aggregate');
    const made = await submit({ ...part, budgetFundsFen: '300000000' });
    const read = await tenderer.get<Project>(`/api/projects/${made.id}`);
    expect(read).toMatchObject({
      regime: 'A',
      togetherFen: '150000000',
      budgetFundsFen: '300000000',
      exemption: null,
    });
  });

  it('frees a project from tendering with a ground, words and a file, and not without', async () => {
    const exemption = { ground: 'rescue', evidence: '县防汛抗旱指挥部 2026 年第 3 号令' };
    expect(await advise({ exemption })).toMatchObject({ regime: 'A', mustTender: false });
    expect(await advise({ exemption: { ground: 'rescue', evidence: '' } })).toMatchObject({
      mustTender: true,
    });
    const law = { ruleId: 'exempt-tender-list', citation: '招标投标法§66、实施条例§9' };
    const fileId = await proof(tenderer);
    for (const claim of [exemption, { ground: 'rescue', evidence: ' ', fileId }]) {
      const refusal = await tenderer.refusal(submit({ exemption: claim }));
      expect(refusal).toMatchObject({ code: 'project.exemption_unproven', law });
    }
    const foreign = { ...exemption, fileId: await proof(await world.as('school')) };
    expect((await tenderer.refusal(submit({ exemption: foreign }))).code).toBe('file.not_found');
    const unknown = { ...exemption, ground: 'hurry', fileId };
    expect((await tenderer.refusal(submit({ exemption: unknown }))).status).toBe(400);
    const made = await submit({ exemption: { ...exemption, fileId } });
    expect(made).toMatchObject({ regime: 'A', exemption });
    expect(made.findings.at(-1)).toMatchObject({ ...law, outcome: 'satisfied' });
    const path = `/api/projects/${made.id}/exemption`;
    const registrar = await world.as('registrar');
    expect(await (await registrar.fetch(path)).text()).toBe('县防汛抗旱指挥部令');
    expect((await (await world.as('school')).fetch(path)).status).toBe(404);
    expect((await world.stranger().fetch(path)).status).toBe(401);
  });

  it('puts a township’s fiscal goods under the procurement law, with all its methods', async () => {
    const desks = { kind: 'goods', partOfWorks: false, category: 'goods' };
    const { regime, findings, methods } = await advise(desks);
    expect([regime, rules(findings)]).toEqual(['B', ['works-scope-only', 'gp-limit', 'gp-scope']]);
    const elsewhere = methods.filter((one) => !one.isHeldHere);
    expect(elsewhere.map(({ method }) => method)).toEqual([
      'competitive_negotiation',
      'competitive_consultation',
      'inquiry',
      'single_source',
    ]);
    const framework = methods.find(({ method }) => method === 'framework_agreement');
    expect(framework).toMatchObject({ isHeldHere: true, verdict: 'needs-basis' });
    for (const one of elsewhere) {
      expect(one.verdict).toBe('needs-basis');
      expect(one.findings[0]?.citation).toMatch(/政府采购法|财库|110号令/);
    }
    const tried = tenderer.post('/api/tenders', {
      projectId: (await submit(desks)).id,
      title: '课桌椅',
      method: 'inquiry',
      bidBondFen: '0',
    });
    expect((await tenderer.refusal(tried)).status).toBe(400);
  });
});
