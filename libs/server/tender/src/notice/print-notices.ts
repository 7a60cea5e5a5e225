import { Injectable } from '@nestjs/common';
import { PLATFORM_ACTOR } from '@core/identity';
import { Ledger } from '@server/ledger';
import { DomainError, FileStore, UnitOfWork, type StoredFile } from '@server/platform';
import { beijingText, Print, type Block, type PrintOrder } from '@server/print';
import type { TenderRow } from '../tender.entity';
import { Tenders, type Notice } from '../tenders.store';

const SIGNED = '平台确认（非CA电子签名）';
const HEADING = /^[一二三四五六七八九十]+、/;

/**
 * Notices on paper: the file they were published with, or their text, printed when somebody first asks for it. Its fingerprint
 * goes into the log with the tender's internal records.
 */
@Injectable()
export class PrintNotices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly print: Print,
    private readonly files: FileStore,
    private readonly tenders: Tenders,
    private readonly ledger: Ledger,
  ) {}

  /** The PDF of a published notice; throws `tender.document_not_found` where there is nothing to print. */
  async paper(tenderId: string, noticeId: string): Promise<StoredFile> {
    const tender = await this.tenders.published(tenderId);
    const notice = await this.tenders.notice(tenderId, noticeId);
    const known = notice.fileId ?? notice.paperFileId;
    if (known !== null) return this.files.get(known);
    if (notice.text === '') throw new DomainError('tender.document_not_found');
    const { fileId, fingerprint } = await this.print.make(orderOf(tender, notice));
    await this.unit.run(async () => {
      if (!(await this.tenders.fileNotice(noticeId, fileId))) return;
      await this.ledger.append({
        type: 'notice.printed',
        scope: `${tenderId}/internal`,
        by: PLATFORM_ACTOR,
        body: { tender: tenderId, notice: noticeId, fingerprint },
      });
    });
    return this.files.get(fileId);
  }
}

function orderOf(tender: TenderRow, { kind, title, text, publishedAt }: Notice): PrintOrder {
  const { id, code, unifiedCode, tendererName, agencyName, ruleSetId } = tender;
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        ['项目编号', code],
        ...(unifiedCode === null ? [] : [['统一交易标识码', unifiedCode] as const]),
        ['招标人', tendererName],
        ...(agencyName === null ? [] : [['代理机构', agencyName] as const]),
        ['发布时间', `${beijingText(publishedAt)}（北京时间）`],
      ],
    },
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): Block => ({ kind: HEADING.test(line) ? 'heading' : 'text', text: line })),
  ];
  return {
    kind,
    tenderId: id,
    issuer: tendererName,
    title,
    number: code,
    ruleSet: ruleSetId,
    blocks,
    signatures: [tendererName, ...(agencyName === null ? [] : [`代理机构：${agencyName}`]), SIGNED],
  };
}
