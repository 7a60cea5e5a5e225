import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { DAY, HOUR, type Instant } from '@core/kernel';
import { legalDate } from '@core/rules';
import { Awards } from '@server/award';
import { DecideComplaint, FileComplaint, HandleComplaint, PauseComplaint } from '@server/complaint';
import { ObjectToResult } from '@server/objection';
import { Config, FileStore, LegalClock } from '@server/platform';
import { Press } from '@server/print';
import { Tenders } from '@server/tender';
import { DemoPeople } from './demo-people';
import { DemoTime } from './demo-time';

/** How far a complaint of the demo comes: to its decision, or to the authority's desk. */
export type DemoComplaint = 'decided' | 'filed';

/** The morning of the day so many days after that of an instant, at an hour of Beijing. */
function morning(from: Instant, days: number, hour: number): Instant {
  return Date.parse(`${legalDate(from + days * DAY)}T00:00:00.000Z`) + (hour - 8) * HOUR;
}

/** An objection whose answer did not satisfy, and the complaint that followed. */
@Injectable()
export class DemoComplaints {
  constructor(
    private readonly time: DemoTime,
    private readonly legal: LegalClock,
    private readonly config: Config,
    private readonly demo: DemoPeople,
    private readonly tenders: Tenders,
    private readonly awards: Awards,
    private readonly objections: ObjectToResult,
    private readonly filing: FileComplaint,
    private readonly handling: HandleComplaint,
    private readonly pauses: PauseComplaint,
    private readonly deciding: DecideComplaint,
    private readonly press: Press,
    private readonly files: FileStore,
  ) {}

  /**
   * Puts on the agenda what follows the publication of a tender's candidates: the second objects, is answered, complains.
   * Returns when the award may be made.
   */
  async begin(
    tenderer: Actor,
    tenderId: string,
    bidders: readonly Actor[],
    end: DemoComplaint,
  ): Promise<Instant> {
    const { publicityUntil } = await this.tenders.get(tenderId);
    const until = publicityUntil ?? this.legal.now();
    const [, second] = await this.awards.candidates(tenderId);
    const firm = bidders.find(({ organisationId }) => organisationId === second?.enterpriseId);
    if (!firm) return until;
    const last = until - 1;
    this.time.at(morning(last, 0, 9), async () => {
      const { id } = await this.objections.file(
        firm,
        tenderId,
        '第一中标候选人拟派项目经理疑似在其他在建工程任职，请核实。',
      );
      this.time.at(morning(last, 0, 16), () =>
        this.objections.answer(
          tenderer,
          id,
          '经核对投标文件和全国建筑市场监管公共服务平台，未发现其在其他在建工程任职，异议不成立。',
          false,
        ),
      );
      const on = end === 'decided' ? morning(last, 0, 17) : morning(last, 3, 10);
      this.time.at(on, () => this.complain(firm, tenderer, tenderId, last, end));
    });
    return end === 'decided' ? morning(last, 10, 15) : until;
  }

  private async complain(
    firm: Actor,
    tenderer: Actor,
    tenderId: string,
    last: Instant,
    end: DemoComplaint,
  ): Promise<void> {
    const about = '第一中标候选人拟派项目经理的任职证明与网上公示的在建工程信息不一致。';
    const { id } = await this.filing.file(
      firm,
      tenderId,
      {
        subject: 'result',
        lot: null,
        text: `${about}招标人答复没有说明核对的方法，也没有附核对结果。`,
        claim: '请核查项目经理任职情况，如不符合招标文件要求，取消其中标候选人资格。',
        interest: '我方为第二中标候选人，核查结果影响中标结果。',
        knownOn: legalDate(last),
      },
      [await this.evidence(firm, '在建工程公示信息打印件', about)],
    );
    if (end === 'filed') return;
    const supervisor = await this.demo.actor('supervisor');
    await this.time.catchUp();
    // Before midnight, when the publication ends and the award could be made.
    this.time.at(morning(last, 0, 18), async () => {
      await this.handling.accept(supervisor, id);
      await this.pauses.suspend(supervisor, id, '核查项目经理任职情况期间，暂停定标。');
    });
    this.time.at(morning(last, 2, 10), async () => {
      const text = '评标委员会按招标文件规定的方法核对，附核对记录。';
      const record = await this.evidence(tenderer, '核对记录', text);
      await this.handling.answer(tenderer, id, text, [record]);
    });
    this.time.at(morning(last, 3, 9), async () => {
      const text = '任职证明的印章送县公安机关物证鉴定室鉴定。';
      const letter = await this.evidence(supervisor, '鉴定委托书', text);
      await this.pauses.stop(supervisor, id, 'appraisal', text, [letter]);
    });
    this.time.at(morning(last, 8, 9), () => this.pauses.goOn(supervisor, id));
    this.time.at(morning(last, 9, 10), async () => {
      await this.deciding.run(supervisor, id, {
        outcome: 'dismissed',
        findings:
          '经鉴定，任职证明的印章真实；经向在建工程的建设单位核实，该项目经理已于投标截止前办理变更，不在其他在建工程任职。投诉事项缺乏事实依据。',
        basis: '《工程建设项目招标投标活动投诉处理办法》第二十条第（一）项。',
        order: null,
      });
      await this.time.catchUp();
    });
  }

  /** A page of paper, as it is scanned. */
  private async evidence(by: Actor, title: string, text: string): Promise<string> {
    const pdf = await this.press.draw({
      issuer: '青禾县',
      title,
      number: '',
      blocks: [{ kind: 'text', text }],
      signatures: [],
      foot: {
        producedAt: '',
        ruleSet: '',
        fingerprint: '0'.repeat(64),
        link: this.config.publicUrl,
        demo: true,
      },
    });
    const file = await this.files.put(pdf, {
      name: `${title}.pdf`,
      media: 'application/pdf',
      uploadedBy: by.personId,
      organisationId: by.organisationId,
      dataClass: 'internal',
    });
    return file.id;
  }
}
