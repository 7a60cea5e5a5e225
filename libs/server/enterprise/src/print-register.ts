import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ruleOfDeficiency, standingAt, type DeficiencyCode } from '@core/enterprise';
import { legalDate } from '@core/rules';
import {
  Arrival,
  Config,
  DomainError,
  FileStore,
  Outbox,
  RuleSets,
  UnitOfWork,
  type StoredFile,
} from '@server/platform';
import { beijingText, Print, type PrintOrder } from '@server/print';
import { Enterprises, readContent, versionInForce } from './enterprises.store';
import { RegisterPapers, type DeficiencyLetter } from './register.store';

const ISSUER = '公共资源交易中心';
const SIGNED = '平台确认（非CA电子签名）';

/** How a letter names what is missing. */
const NAMES: Readonly<Record<DeficiencyCode, string>> = {
  name_differs: '企业名称',
  address: '住所',
  legal_representative: '法定代表人',
  contact: '联系人、联系电话',
  bank: '开户银行、账号',
  bank_permit: '基本存款账户信息',
  business_licence: '营业执照',
  qualification: '资质证书信息',
  qualification_file: '资质证书文件',
  safety_licence: '安全生产许可证',
  staff: '主要人员信息',
  staff_file: '主要人员证件',
  other: '其他',
};

/** Prints the letters of the register when they go out, and the member card when it is asked for. */
@Injectable()
export class PrintRegister implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly print: Print,
    private readonly files: FileStore,
    private readonly enterprises: Enterprises,
    private readonly papers: RegisterPapers,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('print-register', 'enterprise.answered', ({ payload }) =>
      payload.verdict === 'returned'
        ? this.letters(String(payload.enterpriseId))
        : Promise.resolve(),
    );
  }

  /** Prints the letters to a firm that have no file yet. */
  async letters(enterpriseId: string): Promise<void> {
    for (const letter of await this.papers.letters(enterpriseId)) {
      if (letter.fileId !== null) continue;
      const printed = await this.print.make(await this.letter(letter));
      await this.unit.run(() =>
        this.papers.fileLetter(letter.id, printed.fileId, printed.fingerprint),
      );
    }
  }

  /** The member card (网员证) of a firm in force: what it says, with a code that leads to its public page. */
  async card(enterpriseId: string): Promise<{ file: StoredFile; fingerprint: string }> {
    const row = await this.enterprises.get(enterpriseId);
    const { memberNumber, verifiedAt } = row;
    const state = standingAt(row, this.arrival.at());
    if (memberNumber === null || verifiedAt === null || state !== 'verified') {
      throw new DomainError('enterprise.no_card', { state });
    }
    const version = versionInForce(row) ?? row.version;
    const kept = await this.enterprises.version(row.id, version);
    const page = `${this.config.publicUrl}/enterprises/${row.creditCode}`;
    const printed = await this.print.make({
      ...this.frame(),
      kind: 'member_card',
      title: '网员证',
      number: memberNumber,
      blocks: [
        {
          kind: 'facts',
          facts: [
            ['企业名称', row.name],
            ['统一社会信用代码', row.creditCode],
            ['网员编号', memberNumber],
            ['核验日期', legalDate(verifiedAt)],
            ['核验版本', `第 ${version} 版`],
            ['版本指纹', kept?.digest ?? '—'],
          ],
        },
        {
          kind: 'table',
          head: ['资质类别', '等级', '证书编号', '有效期至'],
          widths: [5, 2, 4, 3],
          rows: row.qualifications.map((one) => [
            one.type,
            one.grade,
            one.certificate,
            legalDate(one.validUntil),
          ]),
        },
        { kind: 'code', link: page, caption: '扫码看企业公开页面：现在的状态以页面为准。' },
        {
          kind: 'text',
          text: '登记不收费。网员证说明登记材料已经核对，不是投标许可；暂停、移出或证书过期后本证自行失效。',
        },
      ],
      signatures: [`${ISSUER}　${SIGNED}`],
    });
    return { file: await this.files.get(printed.fileId), fingerprint: printed.fingerprint };
  }

  private async letter(letter: DeficiencyLetter): Promise<PrintOrder> {
    const kept = await this.enterprises.version(letter.enterpriseId, letter.version);
    const firm = kept ? readContent(kept.content) : await this.enterprises.get(letter.enterpriseId);
    const { rules } = this.ruleSets.current;
    const { answerBy, cureBy } = letter;
    return {
      ...this.frame(),
      kind: 'deficiency_letter',
      title: '企业登记材料补正一次性告知书',
      number: letter.number,
      blocks: [
        {
          kind: 'text',
          text: `${firm.name}（${firm.creditCode}）：\n你方 ${beijingText(letter.submittedAt)} 提交的第 ${letter.version} 版登记信息，还差以下全部内容。补齐后可再次提交，已经填的内容不受影响。`,
        },
        {
          kind: 'table',
          head: ['序', '缺什么', '说明', '依据'],
          widths: [1, 4, 7, 4],
          rows: letter.items.map(({ code, note }, index) => [
            String(index + 1),
            NAMES[code] + (letter.late.includes(code) ? '（补充告知）' : ''),
            note,
            rules.get(ruleOfDeficiency(code))?.citation ?? '',
          ]),
        },
        ...(letter.late.length > 0
          ? [
              {
                kind: 'text' as const,
                text: `首次告知未提出、现在补充告知的理由：${letter.reason}`,
              },
            ]
          : []),
        {
          kind: 'facts',
          facts: [
            ['登记员应答复于', answerBy === null ? '—' : beijingText(answerBy - 1000)],
            ['登记员答复于', beijingText(letter.issuedAt)],
            ['请在此前补齐', cureBy === null ? '—' : beijingText(cureBy - 1000)],
            ['逾期', '不影响已经入库的版本；可随时重新提交。'],
          ],
        },
      ],
      signatures: [`${ISSUER}　${SIGNED}`],
    };
  }

  private frame(): Pick<PrintOrder, 'tenderId' | 'issuer' | 'ruleSet'> {
    return { tenderId: null, issuer: ISSUER, ruleSet: this.ruleSets.current.id };
  }
}
