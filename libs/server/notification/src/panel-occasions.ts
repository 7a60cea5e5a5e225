import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ALL_REJECTED, Evaluations, PANEL_ASKED } from '@server/evaluation';
import { People } from '@server/identity';
import { Outbox, type OutboxEvent } from '@server/platform';
import { beijingText } from '@server/print';
import { SignUps } from '@server/sign-up';
import { Tenders } from '@server/tender';
import { Notify } from './notify';

const NAME = 'notification-panel';

/** Turns what a panel asks and finds into messages: the bidder it writes to, and everybody where it rejects all. */
@Injectable()
export class PanelOccasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly notify: Notify,
    private readonly evaluations: Evaluations,
    private readonly tenders: Tenders,
    private readonly signUps: SignUps,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.outbox.consume(NAME, PANEL_ASKED, (event) => this.asked(event));
    this.outbox.consume(NAME, ALL_REJECTED, (event) => this.allRejected(event));
  }

  private async asked({ payload }: OutboxEvent): Promise<void> {
    const letter = await this.evaluations.letter(String(payload.questionId));
    const { code, title } = await this.tenders.get(letter.tenderId);
    await this.notify.tell(await this.bidders(letter.enterpriseId), {
      topic: 'panel.asked',
      about: letter.id,
      params: { code, title, until: beijingText(letter.dueAt) },
      link: '/work/bids',
    });
  }

  private async allRejected({ payload }: OutboxEvent): Promise<void> {
    const { id, code, title, tendererId } = await this.tenders.get(String(payload.tenderId));
    const told = (await this.people.holders('tenderer', tendererId)).map((one) => one.personId);
    for (const { enterpriseId } of await this.signUps.ofTender(id)) {
      told.push(...(await this.bidders(enterpriseId)));
    }
    await this.notify.tell(told, {
      topic: 'evaluation.failed',
      about: id,
      params: { code, title },
      link: `/tenders/${id}`,
    });
  }

  private async bidders(enterpriseId: string): Promise<string[]> {
    return (await this.people.holders('bidder', enterpriseId)).map(({ personId }) => personId);
  }
}
