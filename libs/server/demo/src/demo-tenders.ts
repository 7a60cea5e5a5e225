import { Injectable } from '@nestjs/common';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Actor } from '@core/identity';
import { planLines } from '@core/evaluation';
import { DAY, fen, HOUR } from '@core/kernel';
import { BID_VALIDITY } from '@core/tender';
import { AwardTender } from '@server/award';
import { JudgeBids, MakeReport, PANEL_CHECKED_IN } from '@server/evaluation';
import { CallFromPool } from '@server/contractor-pool';
import { Config, FileStore, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { Press } from '@server/print';
import { AnswerProject, HandInProject, Projects, type Project } from '@server/project';
import { FactsOfNotice, EditTender, PublishTender, Tenders, TerminateTender } from '@server/tender';
import { demoName } from './county';
import { DemoBidder, type DemoBid } from './demo-bidder';
import { DemoComplaints } from './demo-complaints';
import { DemoContracts } from './demo-contracts';
import { DemoHall } from './demo-hall';
import { DemoLots } from './demo-lots';
import { demoNotice } from './demo-notice';
import { DemoPeople } from './demo-people';
import { demoMarks } from './demo-plans';
import { DemoSecurities } from './demo-securities';
import { beijingTime, DemoTime } from './demo-time';
import { DemoFrameworks } from './framework/demo-frameworks';
import { DemoPools } from './lottery/demo-pools';
import type { DemoEnd, DemoProject } from './tenders-data';
import { worksClassOf } from './works-class';

/** A tender on its way through the demo's past. */
interface Life {
  readonly project: DemoProject;
  readonly tenderer: Actor;
  readonly registered: Project;
  tenderId: string;
  bids: DemoBid[];
}

const REACHES: Readonly<Record<DemoEnd, number>> = {
  returned: 0,
  submitted: 0,
  registered: 1,
  draft: 2,
  published: 3,
  terminated: 3,
  failed: 4,
  evaluation: 4,
  publicity: 5,
  awarded: 6,
};

/** How long after an award, which comes at midnight, the demo's contracts are signed: on a morning. */
const CONTRACT_AFTER = 5 * DAY + 10 * HOUR;

/** How long after its contract the demo's securities go back: within the five days of the law. */
const REFUND_AFTER = 2 * DAY;

/** How long the works take that are reviewed in the demo's past. */
const WORKS_DAYS = 45;

/**
 * The county's tenders: every project, tender, bid, hall, evaluation and award of the demo is made by the same use cases
 * as real ones, on a legal clock that moves from one act to the next.
 */
@Injectable()
export class DemoTenders {
  private readonly experts: Actor[] = [];

  constructor(
    private readonly config: Config,
    private readonly time: DemoTime,
    private readonly legal: LegalClock,
    private readonly unit: UnitOfWork,
    private readonly demo: DemoPeople,
    private readonly bidder: DemoBidder,
    private readonly lots: DemoLots,
    private readonly complaints: DemoComplaints,
    private readonly contracts: DemoContracts,
    private readonly securities: DemoSecurities,
    private readonly frameworks: DemoFrameworks,
    private readonly hall: DemoHall,
    private readonly pools: DemoPools,
    private readonly call: CallFromPool,
    private readonly handIn: HandInProject,
    private readonly answerProject: AnswerProject,
    private readonly projects: Projects,
    private readonly edit: EditTender,
    private readonly publish: PublishTender,
    private readonly facts: FactsOfNotice,
    private readonly terminate: TerminateTender,
    private readonly tenders: Tenders,
    private readonly judge: JudgeBids,
    private readonly reports: MakeReport,
    private readonly award: AwardTender,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly press: Press,
  ) {}

  /** Registers these projects and puts what becomes of them on the agenda. */
  async begin(projects: readonly DemoProject[]): Promise<void> {
    await this.seatExperts();
    const lives: Life[] = [];
    for (const project of projects) lives.push(await this.register(project));
    const published = lives.filter((life) => REACHES[life.project.end] >= REACHES.published);
    for (const life of lives)
      if (REACHES[life.project.end] >= REACHES.draft) await this.draft(life);
    for (const life of published) {
      const at = beijingTime(life.project.publishedAt ?? '2026-01-08 09:00');
      this.time.at(at, () => this.publishAndBid(life));
    }
  }

  private async register(project: DemoProject): Promise<Life> {
    const tenderer = await this.demo.actor(project.owner);
    const registrar = await this.demo.actor('registrar');
    const estimate = fen(project.estimateYuan * 100);
    const submitted = await this.handIn.submit(tenderer, {
      kind: project.kind,
      owner: project.ownerKind,
      partOfWorks: project.kind === 'works',
      inCatalogue: project.framework !== undefined,
      fiscalFunds: true,
      estimate,
      totalInvestment: estimate,
      exemption: null,
      title: project.title,
      category: project.category,
      worksClass: worksClassOf(project.title),
      localProcurement: false,
      region: project.region,
      lots: [],
      attachments: [],
      approvalNumber: '青发改审〔2025〕' + String(project.estimateYuan % 97) + '号',
    });
    const life: Life = { project, tenderer, registered: submitted, tenderId: '', bids: [] };
    if (project.end === 'submitted') return life;
    const missing = project.end === 'returned' ? ['资金来源证明', '施工图审查合格书'] : [];
    await this.answerProject.answer(registrar, submitted.id, { missing, lateReason: '' });
    return { ...life, registered: await this.projects.get(submitted.id) };
  }

  private async draft(life: Life): Promise<void> {
    const { project, tenderer, registered } = life;
    const estimate = fen(project.estimateYuan * 100);
    const { framework } = project;
    const tender = await this.edit.draft(tenderer, registered.id, {
      title: project.title,
      method: project.method,
      ceiling: framework ? fen(framework.ceilingYuan * 100) : estimate,
      bidBond: framework ? fen(0) : fen(Math.floor(estimate / 100)),
      bidValidityDays: framework ? null : BID_VALIDITY.usual,
      deadline: null,
      basis: framework ? await this.frameworks.basis(tenderer) : null,
    });
    life.tenderId = tender.id;
    if (framework) await this.frameworks.keep(tenderer, tender.id, framework);
    if (project.plan) await this.edit.setPlan(tenderer, tender.id, project.plan);
    if (project.fromPool) {
      await this.call.choose(tenderer, tender.id, this.pools.poolOf(project.category));
    }
    if (project.lots) await this.lots.divide(tenderer, tender.id, project.lots);
    const pdf = await this.press.draw({
      issuer: '青禾县公共资源交易中心',
      title: '招标文件',
      number: tender.code,
      blocks: [
        { kind: 'text', text: `项目名称：${project.title}` },
        {
          kind: 'text',
          text: `评标办法：${planLines(project.plan ?? null, 'zh').join('；')}。投标文件在线加密递交，开标时解封。`,
        },
      ],
      signatures: [],
      foot: {
        producedAt: '',
        ruleSet: tender.ruleSetId,
        fingerprint: '0'.repeat(64),
        link: `${this.config.publicUrl}/tenders/${tender.id}`,
        demo: true,
      },
    });
    const file = await this.files.put(pdf, {
      name: '招标文件.pdf',
      media: 'application/pdf',
      uploadedBy: tenderer.personId,
      dataClass: 'public',
    });
    await this.edit.addDocument(tenderer, tender.id, {
      fileId: file.id,
      kind: 'tender_document',
      title: '招标文件',
    });
  }

  private async publishAndBid(life: Life): Promise<void> {
    const { project, tenderer, tenderId } = life;
    const row = await this.tenders.get(tenderId);
    await this.edit.change(tenderer, tenderId, {
      title: row.title,
      method: row.method,
      ceiling: row.ceiling,
      bidBond: row.bidBond,
      bidValidityDays: row.bidValidityDays,
      deadline: project.deadline ? beijingTime(project.deadline) : null,
      basis: project.framework ? await this.frameworks.basis(tenderer) : null,
    });
    const published = await this.publish.run(
      tenderer,
      tenderId,
      demoNotice(this.facts.of(await this.tenders.get(tenderId))),
    );
    for (const consortium of project.consortia ?? []) {
      await this.lots.joinForces(tenderId, consortium);
    }
    await this.bidAll(life);
    if (project.end === 'terminated') {
      await this.terminate.run(tenderer, tenderId, '建设用地调整，项目暂缓实施。');
    } else if (REACHES[project.end] < REACHES.failed) await this.keepKeys(life);
    else this.time.at(published.deadline ?? 0, () => this.open(life));
  }

  private async bidAll({ project, tenderId, bids }: Life): Promise<void> {
    for (const [firm, yuan] of project.framework?.prices ?? []) {
      const actor = await this.demo.actor(`firm${firm}`);
      const offer = { price: fen(yuan * 100), manager: demoName(firm + 40), lot: 1 };
      bids.push(await this.bidder.bid(actor, tenderId, offer, false));
    }
    for (const [firm, perMille, lot = 1] of project.bids ?? []) {
      const actor = await this.demo.actor(`firm${firm}`);
      const share = project.lots?.[lot - 1]?.share ?? 1000;
      const price = fen(Math.round((project.estimateYuan * perMille * share) / 10_000));
      const leads = (project.consortia ?? []).some((one) => one.lot === lot && one.leader === firm);
      const offer = { price, manager: demoName(firm + 40), lot };
      bids.push(await this.bidder.bid(actor, tenderId, offer, leads));
      await this.securities.pay(actor, tenderId, lot);
    }
  }

  /** What a bidder keeps at home lies, for a bid that opens live in the demo, in DATA_DIR/demo-keys. */
  private async keepKeys(life: Life): Promise<void> {
    const folder = this.config.path('demo-keys');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const bid of life.bids) {
      const code = (await this.tenders.get(life.tenderId)).code;
      const name = `${code}-${await this.demo.usernameOf(bid.actor)}.opening-key.json`;
      await writeFile(this.config.path('demo-keys', name), bid.keyFile);
    }
  }

  private async open(life: Life): Promise<void> {
    const { tenderId, tenderer, bids, project } = life;
    await this.time.catchUp();
    if (project.end === 'failed') return;
    await this.hall.open(tenderId, tenderer, bids);
    await this.time.catchUp();
    await this.evaluate(life);
  }

  /** The panel's points, where the plan has any. */
  private async mark({ tenderId, project: { plan }, bids }: Life): Promise<void> {
    if (plan?.kind !== 'comprehensive') return;
    for (const [at, expert] of this.experts.entries()) {
      for (const [place, { bidId }] of bids.entries()) {
        const points = demoMarks(plan, at + 1, place);
        await this.judge.mark(expert, tenderId, { bidId, points, reason: '' });
      }
    }
  }

  private async evaluate(life: Life): Promise<void> {
    const { tenderId, tenderer, project } = life;
    if (REACHES[project.end] < REACHES.publicity) return;
    await this.unit.run(async () => {
      for (const [index, { personId }] of this.experts.entries()) {
        const seat = { tenderId, personId, seat: index + 1, seats: this.experts.length };
        await this.outbox.add(PANEL_CHECKED_IN, seat);
      }
    });
    await this.outbox.relay(200);
    for (const expert of this.experts) {
      await this.judge.declare(expert, tenderId);
      for (const { bidId } of life.bids) {
        await this.judge.review(expert, tenderId, {
          bidId,
          responsive: true,
          ground: '',
          belowCost: false,
        });
      }
    }
    await this.mark(life);
    const [leader] = this.experts;
    if (leader) await this.reports.report(leader, tenderId);
    for (const expert of this.experts) await this.reports.sign(expert, tenderId, null);
    await this.award.publish(tenderer, tenderId);
    const bidders = life.bids.map(({ actor }) => actor);
    const awardAt = project.complaint
      ? await this.complaints.begin(tenderer, tenderId, bidders, project.complaint)
      : (await this.tenders.get(tenderId)).publicityUntil;
    if (REACHES[project.end] < REACHES.awarded) return;
    this.time.at(awardAt ?? 0, async () => {
      await this.award.award(tenderer, tenderId);
      await this.time.catchUp();
      this.time.at(this.legal.now() + CONTRACT_AFTER, () => this.contract(life));
    });
  }

  /** Scored works wait for their winner's signature; all others are signed by both. */
  private async contract({ project, tenderer, tenderId, bids }: Life): Promise<void> {
    if (project.framework) {
      await this.frameworks.live(tenderer, tenderId, project.framework);
      return;
    }
    const winners = project.plan?.kind === 'comprehensive' ? [] : bids.map(({ actor }) => actor);
    await this.contracts.run(tenderer, tenderId, winners);
    await this.time.catchUp();
    this.time.at(this.legal.now() + REFUND_AFTER, () => this.securities.refund(tenderId));
    const { review } = project;
    if (!review) return;
    this.time.at(this.legal.now() + WORKS_DAYS * DAY, async () => {
      await this.contracts.finish(tenderer, tenderId, review);
      await this.time.catchUp();
    });
  }

  private async seatExperts(): Promise<void> {
    for (let number = this.experts.length + 1; number <= 5; number++) {
      this.experts.push(await this.demo.actor(`expert${number}`));
    }
  }
}
