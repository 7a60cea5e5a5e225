import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PLATFORM_ACTOR } from '@core/identity';
import { Ledger } from '@server/ledger';
import { Config, FileStore, Outbox, UnitOfWork } from '@server/platform';
import { beijingText, Print } from '@server/print';
import { Tenders } from '@server/tender';
import { COMPLAINT_MOVED } from './complaint-desk';
import { Complaints } from './complaints.store';
import { decisionFacts } from './decision-text';

/** Prints a decision (投诉处理决定书) when it is made, and writes what was printed into the log. */
@Injectable()
export class PrintDecision implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly print: Print,
    private readonly files: FileStore,
    private readonly config: Config,
    private readonly tenders: Tenders,
    private readonly complaints: Complaints,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('print-complaint', COMPLAINT_MOVED, async ({ payload }) => {
      if (payload.step === 'decided') await this.run(String(payload.complaintId));
    });
  }

  /** The decision on paper, from what was decided; once. */
  async run(id: string): Promise<void> {
    const complaint = await this.complaints.get(id);
    const { tenderId, code, findings, basis, digest, authorityName, endedAt, fileId } = complaint;
    if (fileId !== null || endedAt === null) return;
    const tender = await this.tenders.get(tenderId);
    const issuer = authorityName ?? '';
    const printed = await this.print.make({
      kind: 'complaint',
      tenderId,
      issuer,
      ruleSet: tender.ruleSetId,
      title: '投诉处理决定书',
      number: code,
      blocks: [
        { kind: 'facts', facts: decisionFacts(tender, complaint) },
        { kind: 'heading', text: '查明的事实' },
        { kind: 'text', text: findings ?? '' },
        { kind: 'heading', text: '依据' },
        { kind: 'text', text: basis ?? '' },
        { kind: 'heading', text: '权利告知' },
        {
          kind: 'text',
          text: '对本决定不服的，可以依法申请行政复议或者向人民法院提起行政诉讼。',
        },
        {
          kind: 'code',
          link: `${this.config.publicUrl}/complaints/${id}`,
          caption: `本决定已公开；内容摘要 ${digest ?? ''} 记入公开日志，可以核对。`,
        },
      ],
      signatures: [`${issuer}　${beijingText(endedAt)}`],
    });
    const { sha256 } = await this.files.get(printed.fileId);
    await this.unit.run(async () => {
      await this.complaints.change(id, { fileId: printed.fileId });
      await this.ledger.append({
        type: 'complaint.printed',
        scope: 'platform',
        by: PLATFORM_ACTOR,
        body: { complaint: id, digest, fingerprint: printed.fingerprint, sha256 },
      });
    });
  }
}
