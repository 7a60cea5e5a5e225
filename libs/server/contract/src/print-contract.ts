import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox, UnitOfWork } from '@server/platform';
import { beijingText, Print } from '@server/print';
import { Lots, Tenders } from '@server/tender';
import { contractFacts, winnerInWords } from './contract-text';
import { Contracts } from './contracts.store';
import { CONTRACT_CONCLUDED } from './sign-contract';

const SIGNED = '平台确认（非CA电子签名）';

/** Prints a contract when both sides have signed it. */
@Injectable()
export class PrintContract implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly print: Print,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly contracts: Contracts,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('print-contract', CONTRACT_CONCLUDED, ({ payload }) =>
      this.run(String(payload.contractId)),
    );
  }

  /** The contract on paper, from what was signed. */
  async run(id: string): Promise<void> {
    const contract = await this.contracts.get(id);
    if (contract.fileId !== null) return;
    const { tenderId, lot, number, terms, enterpriseName, fingerprint } = contract;
    const tender = await this.tenders.get(tenderId);
    const isDivided = (await this.lots.ofTender(tenderId)).length > 1;
    const { title } = await this.lots.get(tenderId, lot);
    const on = (at: number | null): string => (at === null ? '—' : beijingText(at));
    const printed = await this.print.make({
      kind: 'contract',
      tenderId,
      issuer: tender.tendererName,
      ruleSet: tender.ruleSetId,
      title: '合同书',
      number,
      blocks: [
        {
          kind: 'text',
          text: `${tender.tendererName}（发包人、采购人）与${winnerInWords(contract)}（承包人、供应商），依照招标文件和中标人的投标文件，就下列事项订立本合同。`,
        },
        {
          kind: 'facts',
          facts: [
            ['项目', isDivided ? `${tender.title}　第${lot}标段　${title}` : tender.title],
            ['招标编号', tender.code],
            ...contractFacts(contract),
          ],
        },
        { kind: 'heading', text: '付款' },
        { kind: 'text', text: terms.payment },
        { kind: 'heading', text: '其他约定' },
        { kind: 'text', text: terms.other.trim() === '' ? '无。' : terms.other },
        { kind: 'heading', text: '双方签署的内容' },
        { kind: 'text', text: `指纹：${fingerprint}` },
      ],
      signatures: [
        `${tender.tendererName}　${on(contract.tendererSignedAt)}　${SIGNED}`,
        `${enterpriseName}　${on(contract.winnerSignedAt)}　${SIGNED}`,
      ],
    });
    await this.unit.run(() => this.contracts.change(id, { fileId: printed.fileId }));
  }
}
