import { Injectable } from '@nestjs/common';
import { idNumberCheck, type AttachmentKind } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { DAY } from '@core/kernel';
import { atBeijing } from '@core/rules';
import {
  Enterprises,
  KeepCredit,
  KeepEnterprise,
  KeepInquiries,
  ReviewEnterprise,
  SuperviseEnterprise,
  workingContentOf,
  type EnterpriseEdit,
  type StaffEdit,
} from '@server/enterprise';
import { FileStore, LegalClock } from '@server/platform';
import { Press } from '@server/print';
import { demoName } from './county';
import { DemoPeople } from './demo-people';

/** Firms that register their key people at the beginning. */
const STAFFED = 6;
const VALID_UNTIL = atBeijing('2027-06-30', '23:59');

/** A valid identity number of somebody invented: the district 000000 does not exist. */
function demoIdNumber(number: number): string {
  const body = `00000019900101${String(number).padStart(3, '0')}`;
  return body + (idNumberCheck(body) ?? '');
}

function person(number: number, role: StaffEdit['role'], certificateType: string): StaffEdit {
  return {
    name: demoName(200 + number),
    role,
    certificateType,
    certificate: `鄂2422026${String(number).padStart(5, '0')}`,
    validUntil: VALID_UNTIL,
    idNumber: demoIdNumber(number),
  };
}

/** Makes the demo's register look lived in: key people, inquiries, a queue, a letter, decisions, credit records. */
@Injectable()
export class DemoRegister {
  constructor(
    private readonly people: DemoPeople,
    private readonly enterprises: Enterprises,
    private readonly keep: KeepEnterprise,
    private readonly review: ReviewEnterprise,
    private readonly supervise: SuperviseEnterprise,
    private readonly inquiries: KeepInquiries,
    private readonly credit: KeepCredit,
    private readonly files: FileStore,
    private readonly press: Press,
    private readonly clock: LegalClock,
  ) {}

  /** January: the first firms name their key people, and the registrar asks other registers about them. */
  async begin(): Promise<void> {
    const registrar = await this.people.actor('registrar');
    for (let number = 1; number <= STAFFED; number++) {
      const firm = await this.people.actor(`firm${number}`);
      await this.change(firm, {
        staff: [
          person(number, 'project_manager', '二级注册建造师'),
          person(50 + number, 'safety_officer', '安全生产考核合格证 C 类'),
        ],
      });
      await this.keep.submit(firm);
      await this.review.answer(registrar, firm.organisationId, { missing: [], reason: '' });
      await this.inquiries.record(registrar, firm.organisationId, {
        kind: 'dishonest_debtor',
        source: '中国执行信息公开网 zxgk.court.gov.cn',
        result: 'clean',
        note: '',
        queriedAt: this.clock.now(),
        fileId: await this.answer(registrar),
      });
    }
  }

  /** March: what waits for the registrar this morning, and what the authority decided. */
  async settle(): Promise<void> {
    await this.expiring('firm27');
    await this.waiting('firm28');
    await this.returned('firm29');
    const supervisor = await this.people.actor('supervisor');
    const suspended = (await this.people.actor('firm26')).organisationId;
    await this.credit.recordViolation(supervisor, suspended, {
      title: '与其他投标人串通投标',
      number: '青公管罚〔2026〕2号',
      decidedAt: atBeijing('2026-02-26', '10:00'),
      restrictedUntil: atBeijing('2027-03-02', '00:00'),
    });
    await this.supervise.decide(supervisor, suspended, {
      kind: 'suspend',
      number: '青公管罚〔2026〕2号',
      reason: '在采禾乡农村道路项目中与其他投标人串通投标，暂停参加本县公共资源交易一年。',
      until: atBeijing('2027-03-02', '00:00'),
    });
    const fined = (await this.people.actor('firm30')).organisationId;
    await this.credit.recordViolation(supervisor, fined, {
      title: '无正当理由放弃中标',
      number: '青公管罚〔2026〕1号',
      decidedAt: atBeijing('2026-02-10', '10:00'),
      restrictedUntil: null,
    });
  }

  private async expiring(username: string): Promise<void> {
    const firm = await this.people.actor(username);
    const row = await this.enterprises.get(firm.organisationId);
    const validUntil = this.clock.now() + 20 * DAY;
    await this.change(firm, {
      qualifications: row.qualifications.map((one) => ({ ...one, validUntil })),
    });
    await this.keep.submit(firm);
    const registrar = await this.people.actor('registrar');
    await this.review.answer(registrar, firm.organisationId, { missing: [], reason: '' });
  }

  /** A change that waits, with a person who is registered with another firm too. */
  private async waiting(username: string): Promise<void> {
    const firm = await this.people.actor(username);
    await this.change(firm, {
      address: '青禾县流水镇工业路 8 号',
      contactPhone: '0717-5558828',
      staff: [person(1, 'technical_lead', '工程师')],
      attachments: [await this.paper(firm, 'business_licence', '营业执照（样本）')],
    });
    await this.keep.submit(firm);
    await this.inquiries.record(firm, firm.organisationId, {
      kind: 'bribery',
      source: '中国裁判文书网 wenshu.court.gov.cn',
      result: 'clean',
      note: '企业自查',
      queriedAt: this.clock.now(),
      fileId: await this.answer(firm),
    });
  }

  private async returned(username: string): Promise<void> {
    const firm = await this.people.actor(username);
    await this.change(firm, { legalRepresentative: demoName(300) });
    await this.keep.submit(firm);
    await this.review.answer(await this.people.actor('registrar'), firm.organisationId, {
      missing: [
        { code: 'business_licence', note: '变更法定代表人，要附变更后的营业执照' },
        { code: 'legal_representative', note: '与国家企业信用信息公示系统不一致' },
      ],
      reason: '',
    });
  }

  private async change(firm: Actor, change: Partial<EnterpriseEdit>): Promise<void> {
    const row = await this.enterprises.get(firm.organisationId);
    const { creditCode: _, staff: __, attachments: ___, ...texts } = workingContentOf(row);
    await this.keep.edit(firm, { ...texts, ...change });
  }

  /** What a register answered, as whoever asked kept it. */
  private async answer({ personId, organisationId }: Actor): Promise<string> {
    const file = await this.files.put(Buffer.from('查询结果：没有记录（示例）'), {
      name: '查询结果.txt',
      media: 'text/plain',
      uploadedBy: personId,
      organisationId,
      dataClass: 'internal',
    });
    return file.id;
  }

  private async paper(
    { personId }: Actor,
    kind: AttachmentKind,
    title: string,
  ): Promise<{ fileId: string; kind: AttachmentKind; title: string }> {
    const bytes = await this.press.draw({
      issuer: '青禾县市场监督管理局',
      title,
      number: 'DEMO',
      blocks: [{ kind: 'text', text: '演示用样本，不是真实证照。' }],
      signatures: [],
      foot: {
        producedAt: '2026-03-02 08:30:00',
        ruleSet: '-',
        fingerprint: '0'.repeat(64),
        link: 'https://example.org/',
        demo: true,
      },
    });
    const file = await this.files.put(bytes, {
      name: `${title}.pdf`,
      media: 'application/pdf',
      uploadedBy: personId,
      dataClass: 'internal',
    });
    return { fileId: file.id, kind, title };
  }
}
