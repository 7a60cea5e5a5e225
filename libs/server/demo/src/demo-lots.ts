import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { fen } from '@core/kernel';
import { Enterprises } from '@server/enterprise';
import { FileStore } from '@server/platform';
import { JoinConsortium, SignUpForTender } from '@server/sign-up';
import { DivideTender, Tenders } from '@server/tender';
import { DemoPeople } from './demo-people';
import type { DemoConsortium, DemoLot } from './tenders-data';

/** Lots and consortia of the demo, made as their tenderer and firms would. */
@Injectable()
export class DemoLots {
  constructor(
    private readonly demo: DemoPeople,
    private readonly enterprises: Enterprises,
    private readonly tenders: Tenders,
    private readonly divideTender: DivideTender,
    private readonly join: JoinConsortium,
    private readonly signUp: SignUpForTender,
    private readonly files: FileStore,
  ) {}

  /** Divides a draft by shares of its estimate (per mille); consortia may bid, and one bidder wins one lot. */
  async divide(tenderer: Actor, tenderId: string, lots: readonly DemoLot[]): Promise<void> {
    const { estimate } = await this.tenders.get(tenderId);
    await this.divideTender.run(tenderer, tenderId, {
      lots: lots.map(({ title, share, qualification }) => {
        const part = fen((estimate * share) / 1000);
        const bidBond = fen(Math.floor(part / 100));
        return { title, estimate: part, ceiling: part, bidBond, qualification };
      }),
      consortia: true,
      winLimit: 1,
    });
  }

  /** A leader forms a consortium with one member, which confirms, and signs up with it. */
  async joinForces(tenderId: string, { lot, leader, member }: DemoConsortium): Promise<void> {
    const [one, other] = [
      await this.demo.actor(`firm${leader}`),
      await this.demo.actor(`firm${member}`),
    ];
    const file = await this.files.put(Buffer.from('共同投标协议（示例）'), {
      name: '共同投标协议.txt',
      media: 'text/plain',
      uploadedBy: one.personId,
      dataClass: 'sealed',
    });
    const { creditCode } = await this.enterprises.get(other.organisationId);
    const { consortium } = await this.join.form(one, tenderId, {
      lot,
      members: [creditCode],
      agreementFileId: file.id,
    });
    await this.join.confirm(other, consortium.id);
    await this.signUp.run(one, tenderId, lot);
  }
}
