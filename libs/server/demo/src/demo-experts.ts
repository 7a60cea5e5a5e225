import { Injectable } from '@nestjs/common';
import { idNumberCheck } from '@core/enterprise';
import type { Actor } from '@core/identity';
import type { ExpertPaperKind } from '@core/panel';
import { AdmitExpert, ApplyAsExpert, type ApplicationEdit } from '@server/expert';
import { FileStore } from '@server/platform';
import { DEMO_PASSWORD, demoName } from './county';
import { DemoPeople } from './demo-people';

/** A valid identity number of somebody invented: the district 000000 does not exist. */
function demoIdNumber(bornOn: string, serial: number): string {
  const body = `000000${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return body + (idNumberCheck(body) ?? '');
}

const PAPERS: readonly (readonly [ExpertPaperKind, string])[] = [
  ['identity', '居民身份证（样本）'],
  ['title', '职称证书（样本）'],
  ['commitment', '本人承诺书（样本）'],
];

const FIELDS = [
  ['road', 'cost'],
  ['water'],
  ['civil', 'road'],
  ['medical', 'equipment'],
  ['it'],
  ['electromech'],
  ['landscape'],
] as const;

/** Makes the demo's pool of experts look lived in: somebody in each state an application can be in. */
@Injectable()
export class DemoExperts {
  constructor(
    private readonly people: DemoPeople,
    private readonly apply: ApplyAsExpert,
    private readonly admit: AdmitExpert,
    private readonly files: FileStore,
  ) {}

  /** A fortnight before the demo begins: two apply and are published, to be appointed by themselves. */
  async begin(): Promise<void> {
    const registrar = await this.people.actor('registrar');
    for (const number of [1, 2]) {
      const applicant = await this.applicant(number);
      await this.submit(applicant, number);
      await this.admit.publish(registrar, await this.applicationOf(applicant));
    }
  }

  /** The morning the demo begins: what waits for the keeper, what is published, and what was decided. */
  async settle(): Promise<void> {
    const registrar = await this.people.actor('registrar');
    const waiting = await this.applicant(3);
    await this.submit(waiting, 3);
    const returned = await this.applicant(4);
    await this.submit(returned, 4);
    await this.admit.sendBack(registrar, await this.applicationOf(returned), [
      '承诺书没有本人签名',
      '职称证书看不清发证机关',
    ]);
    const published = await this.applicant(5);
    await this.submit(published, 5);
    const admission = await this.applicationOf(published);
    await this.admit.publish(registrar, admission);
    const citizen = await this.people.actor('citizen');
    await this.admit.object(citizen, admission, '请核实其现任职单位与材料是否一致。');
    const refused = await this.applicant(6);
    await this.submit(refused, 6);
    await this.admit.refuse(
      registrar,
      await this.applicationOf(refused),
      '发证机关答复：没有该职称证书的记录。',
    );
    const withdrawn = await this.applicant(7);
    await this.submit(withdrawn, 7);
    await this.apply.withdraw(withdrawn);
    const drafting = await this.applicant(8);
    await this.apply.edit(drafting, { ...(await this.content(drafting, 8)), papers: [] });
  }

  private async applicant(number: number): Promise<Actor> {
    const username = `applicant${number}`;
    await this.apply.register({
      username,
      password: DEMO_PASSWORD,
      personName: demoName(400 + number),
    });
    return this.people.actor(username);
  }

  private async submit(applicant: Actor, number: number): Promise<void> {
    await this.apply.edit(applicant, await this.content(applicant, number));
    await this.apply.submit(applicant);
  }

  private async applicationOf({ personId }: Actor): Promise<string> {
    const { application } = await this.apply.mine(personId);
    if (!application) throw new Error('no application');
    return application.id;
  }

  private async content(applicant: Actor, number: number): Promise<ApplicationEdit> {
    const specialties = FIELDS[(number - 1) % FIELDS.length] ?? ['road'];
    const papers = [];
    for (const [kind, title] of PAPERS) {
      papers.push({ fileId: await this.paper(applicant, title), kind, title });
    }
    return {
      name: demoName(400 + number),
      idNumber: demoIdNumber(`19${70 + number}-06-15`, number),
      phone: `1390001${String(number).padStart(4, '0')}`,
      employer: number % 2 === 0 ? '邻县设计院' : '青禾县水利局（退休）',
      employerCode: '',
      region: number % 2 === 0 ? '邻县' : '青禾县',
      education: '本科',
      title: '高级工程师',
      titleLevel: 'senior',
      levelReason: '',
      fieldSince: '2005-07-01',
      specialties,
      // The fourth and the sixth show fewer works than the terms ask for.
      works: specialties.flatMap((specialty) =>
        Array.from({ length: number % 2 === 0 ? 2 : 3 }, (_, at) => ({
          specialty,
          name: `青禾县第 ${number * 10 + at} 号项目`,
          role: '技术负责人',
          year: 2016 + at,
        })),
      ),
      recusals: ['青禾县设计咨询有限公司'],
      papers,
    };
  }

  private async paper({ personId, organisationId }: Actor, title: string): Promise<string> {
    const file = await this.files.put(Buffer.from(`${title}：演示用，不是真实证件。`), {
      name: `${title}.txt`,
      media: 'text/plain',
      uploadedBy: personId,
      organisationId,
      dataClass: 'internal',
    });
    return file.id;
  }
}
