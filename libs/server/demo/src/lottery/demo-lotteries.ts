import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { DAY, fen, HOUR } from '@core/kernel';
import { AwardTender } from '@server/award';
import { HoldLottery, TakePart } from '@server/contractor-pool';
import { Draws } from '@server/draw';
import { DomainError, FileStore, LegalClock } from '@server/platform';
import { AnswerProject, HandInProject } from '@server/project';
import { EditTender, FactsOfNotice, PublishTender, Tenders } from '@server/tender';
import { DemoContracts } from '../demo-contracts';
import { demoNotice } from '../demo-notice';
import { DemoPeople } from '../demo-people';
import { beijingTime, DemoTime } from '../demo-time';
import { DemoDraws } from './demo-draws';
import { DEMO_LOTTERIES, type DemoLottery, type DrawingDay } from './lotteries-data';
import { worksClassOf } from '../works-class';

/** How long before its publication a project is handed in. */
const REGISTERED = 3 * DAY;
/** How long after an award, which comes at midnight, the contract is signed: on a morning. */
const SIGNED = 5 * DAY + 10 * HOUR;
/** How long the works take. */
const WORKS_DAYS = 45;

/** A lottery on its way. */
interface Life {
  readonly plan: DemoLottery;
  readonly tenderer: Actor;
  readonly projectId: string;
  tenderId: string;
}

/** The county's year of lotteries, from the project to the review of the work, by the same use cases as real ones. */
@Injectable()
export class DemoLotteries {
  constructor(
    private readonly people: DemoPeople,
    private readonly time: DemoTime,
    private readonly legal: LegalClock,
    private readonly handIn: HandInProject,
    private readonly answers: AnswerProject,
    private readonly edit: EditTender,
    private readonly facts: FactsOfNotice,
    private readonly publish: PublishTender,
    private readonly tenders: Tenders,
    private readonly files: FileStore,
    private readonly takePart: TakePart,
    private readonly lotteries: HoldLottery,
    private readonly draws: Draws,
    private readonly drawing: DemoDraws,
    private readonly awards: AwardTender,
    private readonly contracts: DemoContracts,
  ) {}

  /** Puts every lottery on the agenda. */
  begin(): void {
    for (const day of DEMO_LOTTERIES) {
      const at = beijingTime(day.publishedAt);
      this.time.at(at - REGISTERED, () => this.register(day));
    }
  }

  private async register({ publishedAt, lotteries }: DrawingDay): Promise<void> {
    const registrar = await this.people.actor('registrar');
    const lives: Life[] = [];
    for (const plan of lotteries) {
      const tenderer = await this.people.actor(plan.owner);
      const estimate = fen(plan.estimateYuan * 100);
      const { id } = await this.handIn.submit(tenderer, {
        kind: 'works',
        owner: plan.ownerKind,
        partOfWorks: true,
        fiscalFunds: true,
        estimate,
        totalInvestment: estimate,
        exemption: null,
        title: plan.title,
        category: plan.category,
        worksClass: worksClassOf(plan.title),
        localProcurement: false,
        region: plan.region,
        lots: [],
        attachments: [],
        approvalNumber: `采政发〔2025〕${String(plan.estimateYuan % 89)}号`,
      });
      await this.answers.answer(registrar, id, { missing: [], lateReason: '' });
      lives.push({ plan, tenderer, projectId: id, tenderId: '' });
    }
    this.time.at(beijingTime(publishedAt), () => this.callUp(lives));
  }

  /** Publishes, and the members say that they take part; who is at its limit of unfinished works sits out. */
  private async callUp(lives: readonly Life[]): Promise<void> {
    let deadline = 0;
    for (const life of lives) {
      const { plan, tenderer, projectId } = life;
      const { id } = await this.edit.draft(tenderer, projectId, {
        title: plan.title,
        method: 'lottery',
        ceiling: fen(plan.estimateYuan * 100),
        bidBond: fen(0),
        bidValidityDays: null,
        deadline: null,
        basis: {
          documentNumber: '青政办〔2024〕20号',
          fairCompetitionReview: '青公平审〔2024〕7号：未发现排除、限制竞争',
          condition: '',
          fileId: await this.basis(tenderer),
        },
      });
      life.tenderId = id;
      const text = demoNotice(this.facts.of(await this.tenders.get(id)));
      deadline = Math.max(deadline, (await this.publish.run(tenderer, id, text)).deadline ?? 0);
    }
    await this.time.catchUp();
    for (const { plan, tenderId } of lives) {
      for (const number of plan.firms) await this.enter(number, tenderId);
    }
    this.time.at(deadline, () => this.draw(lives));
  }

  private async enter(number: number, tenderId: string): Promise<void> {
    try {
      await this.takePart.run(await this.people.actor(`firm${number}`), tenderId);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'pool.at_capacity') throw error;
    }
  }

  /** Freezes the lists, draws, and publishes who was drawn. */
  private async draw(lives: readonly Life[]): Promise<void> {
    await this.time.catchUp();
    const waiting: { drawId: string; tenderer: Actor }[] = [];
    for (const { tenderId, tenderer } of lives) {
      const draw = await this.draws.latest(tenderId, 'lottery');
      if (draw) waiting.push({ drawId: draw.id, tenderer });
    }
    await this.drawing.through(waiting);
    let until = 0;
    for (const { tenderId, tenderer } of lives) {
      await this.lotteries.publish(tenderer, tenderId);
      until = Math.max(until, (await this.tenders.get(tenderId)).publicityUntil ?? 0);
    }
    this.time.at(until, () => this.award(lives));
  }

  private async award(lives: readonly Life[]): Promise<void> {
    for (const { tenderId, tenderer } of lives) await this.awards.award(tenderer, tenderId);
    await this.time.catchUp();
    this.time.at(this.legal.now() + SIGNED, () => this.sign(lives));
  }

  private async sign(lives: readonly Life[]): Promise<void> {
    for (const { plan, tenderer, tenderId } of lives) {
      const members: Actor[] = [];
      for (const number of plan.firms) members.push(await this.people.actor(`firm${number}`));
      await this.contracts.run(tenderer, tenderId, members);
    }
    await this.time.catchUp();
    this.time.at(this.legal.now() + WORKS_DAYS * DAY, () => this.finish(lives));
  }

  private async finish(lives: readonly Life[]): Promise<void> {
    for (const { plan, tenderer, tenderId } of lives) {
      if (plan.review) await this.contracts.finish(tenderer, tenderId, plan.review);
    }
    await this.time.catchUp();
  }

  private async basis({ personId }: Actor): Promise<string> {
    const text = '青禾县限额以下小型工程名录内摇号发包办法（演示文本）';
    const { id } = await this.files.put(Buffer.from(text), {
      name: '青政办〔2024〕20号.txt',
      media: 'text/plain',
      uploadedBy: personId,
      dataClass: 'public',
    });
    return id;
  }
}
