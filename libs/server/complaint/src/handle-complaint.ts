import { Injectable } from '@nestjs/common';
import {
  answerComplaint,
  answerWithdrawal,
  askCorrection,
  mayBecome,
  notAccept,
  type NotAcceptedGround,
} from '@core/complaint';
import type { Actor } from '@core/identity';
import { protocolTime, type Instant } from '@core/kernel';
import { isTendererOf } from '@core/tender';
import { DomainError, orRefuse } from '@server/platform';
import { ComplaintDesk } from './complaint-desk';
import { Complaints } from './complaints.store';
import { PauseComplaint } from './pause-complaint';

/** What the authority does before it decides, and the respondent's answer. */
@Injectable()
export class HandleComplaint {
  constructor(
    private readonly desk: ComplaintDesk,
    private readonly complaints: Complaints,
    private readonly pauses: PauseComplaint,
  ) {}

  /** Asks, once and for all of it, for what a complaint lacks, to be added before an instant. */
  async askCorrection(
    actor: Actor,
    id: string,
    wish: { readonly lacking: string; readonly correctBy: Instant },
  ): Promise<void> {
    await this.desk.asAuthority(actor, id, async ({ complaint, at, law }) => {
      const lacking = orRefuse(askCorrection(complaint, wish, at, law));
      const { correctBy } = wish;
      const asked = { state: 'deficient' as const, lacking, correctBy, correctionAskedAt: at };
      await this.complaints.change(id, asked);
      await this.desk.step(actor, complaint, 'deficient', lacking, [], {
        until: protocolTime(correctBy),
      });
    });
  }

  /** Accepts a complaint: its copy goes to the respondent at the same moment, and the clock of the decision runs. */
  async accept(actor: Actor, id: string): Promise<void> {
    await this.desk.asAuthority(actor, id, async ({ complaint, at }) => {
      const state = orRefuse(mayBecome(complaint, 'accepted'));
      await this.complaints.change(id, { state, acceptedAt: at });
      await this.desk.step(actor, complaint, 'accepted', '');
    });
  }

  /** Does not accept a complaint, on a ground of law, with reasons. */
  async notAccept(
    actor: Actor,
    id: string,
    wish: { readonly ground: NotAcceptedGround | null; readonly text: string },
  ): Promise<void> {
    await this.desk.asAuthority(actor, id, async ({ complaint, at, law }) => {
      const { ground, text } = orRefuse(notAccept(complaint, wish, at, law));
      const end = { endedAt: at, endedBy: actor.personId };
      await this.complaints.change(id, { state: 'not_accepted', ground, refusal: text, ...end });
      await this.desk.step(actor, complaint, 'not_accepted', text, [], { ground });
    });
  }

  /** Tells the firm which authority is competent: the complaint is to be made there. */
  async transfer(actor: Actor, id: string, text: string): Promise<void> {
    await this.desk.asAuthority(actor, id, async ({ complaint, at }) => {
      const state = orRefuse(mayBecome(complaint, 'transferred'));
      const refusal = text.trim();
      if (refusal === '') throw new DomainError('complaint.text_missing');
      const end = { endedAt: at, endedBy: actor.personId };
      await this.complaints.change(id, { state, refusal, ...end });
      await this.desk.step(actor, complaint, 'transferred', refusal);
    });
  }

  /** The tenderer's answer to an accepted complaint, once, with its evidence. */
  async answer(actor: Actor, id: string, text: string, fileIds: readonly string[]): Promise<void> {
    const files = await this.desk.own(actor, fileIds);
    await this.desk.holding(id, async ({ complaint, tender, at }) => {
      const isRespondent = isTendererOf(actor, tender) && complaint.acceptedAt !== null;
      if (!isRespondent) throw new DomainError('complaint.not_found');
      const answer = orRefuse(answerComplaint(complaint, text));
      await this.complaints.change(id, { answer, answeredAt: at });
      await this.desk.attach(id, 'respondent', files, at);
      await this.desk.step(actor, complaint, 'answered', answer, files);
    });
  }

  /** Grants the wish to withdraw, or refuses it and goes on; in words. */
  async answerWithdrawal(actor: Actor, id: string, granted: boolean, text: string): Promise<void> {
    await this.desk.asAuthority(actor, id, async (hand) => {
      const { complaint, at } = hand;
      const withdrawalAnswer = orRefuse(answerWithdrawal(complaint, text));
      if (!granted) {
        await this.complaints.change(id, { withdrawalAskedAt: null, withdrawalAnswer });
        await this.desk.step(actor, complaint, 'withdrawal_refused', withdrawalAnswer);
        return;
      }
      const end = { withdrawalAnswer, endedAt: at, endedBy: actor.personId };
      await this.complaints.change(id, { state: 'withdrawn', ...end });
      await this.pauses.endAll(actor, hand);
      await this.desk.step(actor, complaint, 'withdrawn', withdrawalAnswer);
    });
  }
}
