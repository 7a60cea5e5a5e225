import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatYuan, type Instant } from '@core/kernel';
import { People } from '@server/identity';
import { Outbox, RuleSets, UnitOfWork } from '@server/platform';
import { beijingText, Print, type PrintOrder } from '@server/print';
import { Projects, type Project } from './projects.store';

const ISSUER = '公共资源交易中心';
const SIGNED = '平台确认（非CA电子签名）';
/** The rule that says everything missing is told at once, and until when it is mended. */
const CURE = 'register-cure-15wd';

/** Prints the registrar's answers: the receipt (登记回执), or the letter that tells everything missing (一次性告知书). */
@Injectable()
export class PrintAnswers implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly print: Print,
    private readonly people: People,
    private readonly projects: Projects,
    private readonly ruleSets: RuleSets,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('print-project', 'project.answered', ({ payload }) =>
      this.answer(String(payload.projectId)),
    );
  }

  private async answer(projectId: string): Promise<void> {
    const row = await this.projects.get(projectId);
    const { answeredAt } = row;
    if (answeredAt === null || row.state === 'submitted') return;
    const tenderer = (await this.people.organisation(row.tendererId))?.name ?? '';
    const rule = this.ruleSets.of(row).rules.get(CURE)?.citation ?? '';
    const order = row.state === 'returned' ? letter(row, tenderer, rule) : receipt(row, tenderer);
    const printed = await this.print.make({
      ...order,
      tenderId: null,
      issuer: ISSUER,
      ruleSet: row.ruleSetId,
      signatures: [`${ISSUER}　${SIGNED}`],
    });
    await this.unit.run(() =>
      this.projects.changeAnswered(projectId, answeredAt, { letterFileId: printed.fileId }),
    );
  }
}

type Order = Pick<PrintOrder, 'kind' | 'title' | 'number' | 'blocks'>;

function facts(row: Project, tenderer: string): [string, string][] {
  return [
    ['项目名称', row.title],
    ['项目编号', row.code],
    ['招标人', tenderer],
    ['审批、核准或备案文号', row.approvalNumber],
    ['合同估算价', `${formatYuan(row.estimate)} 元`],
    ...(row.lots ?? []).map(({ number, title, estimate }): [string, string] => [
      `第${number}标段`,
      `${title}　${formatYuan(estimate)} 元`,
    ]),
    ['提交时间', beijingText(row.submittedAt)],
    ['答复时间', beijingText(row.answeredAt ?? row.submittedAt)],
  ];
}

function receipt(row: Project, tenderer: string): Order {
  return {
    kind: 'project_receipt',
    title: '项目登记回执',
    number: row.receipt ?? row.code,
    blocks: [
      {
        kind: 'facts',
        facts: [...facts(row, tenderer), ['统一交易标识码', row.unifiedCode ?? '']],
      },
      { kind: 'text', text: '登记材料齐全，予以登记。登记只核对材料是否齐全、真实，不是审批。' },
    ],
  };
}

/** The last second of a clock, in Beijing. */
function lastMoment(until: Instant | null): string {
  return until === null ? '—' : beijingText(until - 1000);
}

function letter(row: Project, tenderer: string, citation: string): Order {
  return {
    kind: 'project_deficiency',
    title: '一次性告知书',
    number: row.code,
    blocks: [
      { kind: 'facts', facts: facts(row, tenderer) },
      { kind: 'heading', text: '需要补正的材料' },
      {
        kind: 'table',
        head: ['序', '缺什么'],
        widths: [1, 12],
        rows: row.missing.map((one, index) => [String(index + 1), one]),
      },
      ...(row.lateReason === null
        ? []
        : [{ kind: 'text' as const, text: `本次新提出的原因：${row.lateReason}` }]),
      {
        kind: 'facts',
        facts: [
          ['登记员应答复于', lastMoment(row.answerBy)],
          ['请在此前补齐', lastMoment(row.cureBy)],
          ['依据', citation],
        ],
      },
      {
        kind: 'text',
        text: '以上是全部缺项。补齐后再次提交，一个工作日内答复；以后不再提出这次没有列出的缺项，除非写明理由。',
      },
    ],
  };
}
