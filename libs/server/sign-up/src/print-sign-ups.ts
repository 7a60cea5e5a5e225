import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import { DomainError, FileStore, UnitOfWork, type StoredFile } from '@server/platform';
import { beijingText, Print, type PrintOrder } from '@server/print';
import { Lots, Tenders, type TenderRow } from '@server/tender';
import { Consortia } from './parties/consortia.store';
import { SignUps, type SignUp } from './sign-ups.store';

const ISSUER = '公共资源交易中心';
const SIGNED = '平台确认（非CA电子签名）';

/**
 * Prints the receipt of a sign-up (报名回执), when its firm first asks for it: thousands sign up in the same minute. What
 * a stranger learns behind its code is its number and its hour, never the tender or the firm.
 */
@Injectable()
export class PrintSignUps {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly print: Print,
    private readonly files: FileStore,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly enterprises: Enterprises,
    private readonly signUps: SignUps,
    private readonly consortia: Consortia,
    private readonly ledger: Ledger,
  ) {}

  /** The receipt of the actor's own sign-up; throws `sign_up.not_found`. */
  async receipt(actor: Actor, tenderId: string, lot: number): Promise<StoredFile> {
    const tender = await this.tenders.published(tenderId);
    const signUp = await this.signUps.find(tenderId, lot, actor.organisationId);
    if (signUp?.withdrawnAt !== null) throw new DomainError('sign_up.not_found');
    if (signUp.receiptFileId !== null) return this.files.get(signUp.receiptFileId);
    const { fileId, fingerprint } = await this.print.make(
      await this.order(tender, signUp),
      'sealed',
    );
    await this.unit.run(async () => {
      if (!(await this.signUps.fileReceipt(signUp, fileId))) return;
      await this.ledger.append({
        type: 'sign_up.receipt_printed',
        scope: 'platform',
        by: actor,
        body: { tender: tenderId, receipt: signUp.receipt, fingerprint },
      });
    });
    return this.files.get(fileId);
  }

  private async order(tender: TenderRow, signUp: SignUp): Promise<PrintOrder> {
    const { enterpriseId, consortiumId } = signUp;
    const firm = await this.enterprises.get(enterpriseId);
    const members = consortiumId === null ? [] : await this.consortia.members(consortiumId);
    const lots = await this.lots.ofTender(tender.id);
    const lot = lots.find(({ number }) => number === signUp.lot);
    return {
      kind: 'sign_up_receipt',
      // The paper names the tender; what is kept for its code does not: who signed up is nobody's to count.
      tenderId: null,
      issuer: ISSUER,
      title: '报名回执',
      number: signUp.receipt,
      ruleSet: tender.ruleSetId,
      blocks: [
        {
          kind: 'facts',
          facts: [
            ['项目名称', tender.title],
            ['项目编号', tender.code],
            ...(lots.length > 1 && lot
              ? [['标段', `第${lot.number}标段　${lot.title}`] as const]
              : []),
            ['招标人', tender.tendererName],
            ['报名企业', firm.name],
            ['统一社会信用代码', firm.creditCode],
            ...(members.length > 0
              ? [['联合体成员', members.map(({ name }) => name).join('、')] as const]
              : []),
            ['报名时间', `${beijingText(signUp.at)}（北京时间）`],
            ['回执编号', signUp.receipt],
            ['投标截止时间', tender.deadline === null ? '—' : beijingText(tender.deadline)],
          ],
        },
        {
          kind: 'text',
          text: '报名不收费，也不是投标：投标以递交回执为准。截止时间以公告和澄清为准。回执编号是随机的，看不出有多少人报名。',
        },
        {
          kind: 'text',
          text: '扫码核验只显示本回执的编号和制作时间，不显示项目和企业：截止前谁报了名是保密的，请妥善保管本回执。',
        },
      ],
      signatures: [`${ISSUER}　${SIGNED}`],
    };
  }
}
