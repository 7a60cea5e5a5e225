import { Injectable } from '@nestjs/common';
import { fen } from '@core/kernel';
import type { ProcedureBand, ProcedureTable } from '@core/rules';
import { ChooseDirectly } from '@server/award';
import { Enterprises } from '@server/enterprise';
import { FileStore } from '@server/platform';
import { KeepProcedures } from '@server/procedure';
import { AnswerProject, HandInProject } from '@server/project';
import { EditTender } from '@server/tender';
import { DemoPeople } from './demo-people';
import { worksClassOf } from './works-class';

const wan = (amount: number): ReturnType<typeof fen> => fen(amount * 1_000_000);

/** The bands most townships have: 50,000, 300,000, 1,000,000 and 4,000,000 yuan (law/rules.md §6.2). */
const BANDS: readonly ProcedureBand[] = [
  { below: wan(5), methods: ['direct_choice', 'comparison'], decidedBy: '' },
  { below: wan(30), methods: ['comparison'], decidedBy: '' },
  { below: wan(100), methods: ['invited_tender', 'reasonable_low_price'], decidedBy: '' },
  { below: wan(400), methods: ['open_tender', 'reasonable_low_price'], decidedBy: '镇党委会' },
];

const DOCUMENT = `流水镇限额以下小型建设工程发包管理办法（试行）

第一条 不满5万元的，直接择优或者比选；5万元以上不满30万元的，比选；30万元以上不满100万元的，邀请招标或者在名录内按合理低价发包；100万元以上不满400万元的，经镇党委会决定，公开招标或者在名录内按合理低价发包。
第二条 本办法自2025年7月1日起施行，有效期至2027年6月30日。
`;

const REPAIR = {
  title: '流水镇政府大院路面修补工程',
  estimate: fen(4_200_000),
  price: fen(3_980_000),
  firm: 'firm2',
};

/** A township's own document for what lies below the thresholds, and a small purchase that was chosen under it. */
@Injectable()
export class DemoProcedures {
  constructor(
    private readonly people: DemoPeople,
    private readonly files: FileStore,
    private readonly keep: KeepProcedures,
    private readonly handIn: HandInProject,
    private readonly answers: AnswerProject,
    private readonly edit: EditTender,
    private readonly choose: ChooseDirectly,
    private readonly enterprises: Enterprises,
  ) {}

  /** Takes the document down at the beginning of the demo's past. */
  async begin(): Promise<void> {
    const town = await this.people.actor('town');
    const registrar = await this.people.actor('registrar');
    const document = await this.files.put(Buffer.from(DOCUMENT), {
      name: '流政发〔2025〕12号.txt',
      media: 'text/plain',
      uploadedBy: registrar.personId,
      dataClass: 'public',
    });
    const table: ProcedureTable = {
      documentNumber: '流政发〔2025〕12号',
      title: '流水镇限额以下小型建设工程发包管理办法（试行）',
      fairCompetitionReview: '流公审〔2025〕3号',
      measure: 'estimate',
      kinds: ['works'],
      from: '2025-07-01',
      to: '2027-06-30',
      bands: BANDS,
    };
    await this.keep.keep(registrar, town.organisationId, table, document.id);
  }

  /** What the town chose the day the demo begins: published, and open to objections. */
  async settle(): Promise<void> {
    const town = await this.people.actor('town');
    const { title, estimate, price } = REPAIR;
    const project = await this.handIn.submit(town, {
      kind: 'works',
      owner: 'township',
      partOfWorks: true,
      fiscalFunds: true,
      estimate,
      totalInvestment: estimate,
      exemption: null,
      title,
      category: 'works',
      worksClass: worksClassOf(title),
      localProcurement: false,
      region: '流水镇',
      lots: [],
      attachments: [],
      approvalNumber: '流政办〔2026〕3号',
    });
    const registrar = await this.people.actor('registrar');
    await this.answers.answer(registrar, project.id, { missing: [], lateReason: '' });
    const draft = await this.edit.draft(town, project.id, {
      title,
      method: 'direct_choice',
      ceiling: estimate,
      bidBond: fen(0),
      bidValidityDays: null,
      deadline: null,
      basis: null,
    });
    const firm = await this.people.actor(REPAIR.firm);
    const { creditCode } = await this.enterprises.get(firm.organisationId);
    await this.choose.run(town, draft.id, {
      creditCode,
      price,
      reason: '询了三家，这家报价最低，材料与原路面一致，五日内可以完工。',
    });
  }
}
