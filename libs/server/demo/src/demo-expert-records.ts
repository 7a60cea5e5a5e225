import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { DAY } from '@core/kernel';
import { atBeijing, startOfDate } from '@core/rules';
import {
  ApplyAsExpert,
  Experts,
  KeepExperts,
  SuperviseExperts,
  type NewExpert,
} from '@server/expert';
import { FileStore, LegalClock } from '@server/platform';
import { DEMO_PASSWORD, demoName } from './county';
import { DemoPeople } from './demo-people';

const TERM_UNTIL = atBeijing('2026-12-31', '00:00') + DAY;

/** Gives the demo's pool experts of every standing: warned, paused, banned, failed, expired, too old, let go. */
@Injectable()
export class DemoExpertRecords {
  constructor(
    private readonly people: DemoPeople,
    private readonly apply: ApplyAsExpert,
    private readonly experts: Experts,
    private readonly keep: KeepExperts,
    private readonly supervise: SuperviseExperts,
    private readonly files: FileStore,
    private readonly clock: LegalClock,
  ) {}

  /** What has happened to them by the morning the demo begins. */
  async settle(): Promise<void> {
    const registrar = await this.people.actor('registrar');
    const now = this.clock.now();
    const heldAt = startOfDate('2026-01-20');
    const training = { title: '2026 年评标专家年度培训', heldAt, fileId: null };
    const warned = await this.expert(61);
    await this.keep.train(registrar, warned, {
      ...training,
      kind: 'trained',
      score: null,
      passed: true,
    });
    await this.keep.train(registrar, warned, {
      ...training,
      kind: 'tested',
      score: 92,
      passed: true,
    });
    await this.keep.warn(registrar, warned, '评审开始十分钟后才到场。');
    const paused = await this.expert(62);
    await this.keep.pause(
      registrar,
      paused,
      { from: now, until: now + 45 * DAY, reason: '本人申请：外出学习' },
      'keeper',
    );
    const failed = await this.expert(63);
    for (const reason of ['迟到', '未写明否决理由', '评审中使用手机']) {
      await this.keep.warn(registrar, failed, reason);
    }
    await this.keep.review(registrar, failed, { passed: false, text: '一年内三次警示。' });
    await this.ban(await this.expert(64));
    const gone = await this.expert(65);
    await this.keep.remove(registrar, gone, 'own_request', '调往外省工作，本人申请出库。');
    await this.expert(66, { termUntil: now - 20 * DAY });
    await this.expert(67, { bornOn: '1955-08-08' });
  }

  private async ban(id: string): Promise<void> {
    const supervisor = await this.people.actor('supervisor');
    await this.supervise.decide(supervisor, id, {
      kind: 'ban',
      number: '青公管罚〔2026〕3号',
      reason: '向投标人透露评审进展，禁止六个月内参加评标。',
      until: startOfDate('2026-09-02'),
      fileId: await this.document(supervisor),
    });
  }

  private async expert(number: number, change: Partial<NewExpert> = {}): Promise<string> {
    const username = `expert${number}`;
    const name = demoName(440 + number);
    const personId = await this.apply.register({
      username,
      password: DEMO_PASSWORD,
      personName: name,
    });
    const { id } = await this.experts.add({
      personId,
      name,
      specialties: ['it'],
      employer: '省信息中心',
      region: '邻县',
      title: '高级工程师',
      phone: `1390002${String(number).padStart(4, '0')}`,
      bornOn: `19${number + 10}-03-03`,
      termUntil: TERM_UNTIL,
      ...change,
    });
    return id;
  }

  private async document({ personId, organisationId }: Actor): Promise<string> {
    const file = await this.files.put(Buffer.from('行政处理决定书（样本）'), {
      name: '行政处理决定书（样本）.txt',
      media: 'text/plain',
      uploadedBy: personId,
      organisationId,
      dataClass: 'internal',
    });
    return file.id;
  }
}
