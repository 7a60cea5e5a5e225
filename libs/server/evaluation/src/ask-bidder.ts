import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { HOUR, taggedHashHex } from '@core/kernel';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { BlindReview } from './blind-review';
import { Evaluations, type PanelLetter } from './evaluations.store';
import { PanelDesk } from './panel-desk';

/** Said when the panel has asked a bidder: `{tenderId, questionId, enterpriseId}`. */
export const PANEL_ASKED = 'evaluation.asked';

/** A letter as the panel writes it. */
export interface Asking {
  readonly bidId: string;
  readonly about: 'price' | 'bid';
  readonly text: string;
  readonly hours: number;
}

/**
 * Written questions of the panel to a bidder and their answers (Implementing Regulations art. 52): asked in the room,
 * answered in the bidder's workspace within the term; nobody answers what was not asked.
 */
@Injectable()
export class AskBidder {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: PanelDesk,
    private readonly blind: BlindReview,
    private readonly evaluations: Evaluations,
    private readonly tenders: Tenders,
    private readonly files: OwnFiles,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Sends a letter to the bidder of a bid. */
  async ask(actor: Actor, tenderId: string, { bidId, about, text, hours }: Asking): Promise<void> {
    await this.desk.judging(actor, tenderId, async () => {
      const tender = await this.tenders.get(tenderId);
      await this.blind.requireNames(tender);
      const bid = await this.desk.bid(tender, bidId);
      const askedAt = this.arrival.at();
      const letter: PanelLetter = {
        id: this.ids.next(),
        tenderId,
        bidId,
        enterpriseId: bid.enterpriseId,
        about,
        text,
        askedAt,
        dueAt: askedAt + hours * HOUR,
        answer: null,
        fileId: null,
        answeredAt: null,
      };
      await this.evaluations.addLetter(letter);
      await this.ledger.append({
        type: 'evaluation.asked',
        scope: tenderId,
        by: actor,
        body: {
          tender: tenderId,
          question: letter.id,
          bid: bidId,
          about,
          // The log is published with the candidates; what was asked about a bid is not.
          text: taggedHashHex('sunlit/text', text),
        },
      });
      const { id: questionId, enterpriseId } = letter;
      await this.outbox.add(PANEL_ASKED, { tenderId, questionId, enterpriseId });
    });
  }

  /** Answers a letter once, within its term and before the report. */
  async answer(actor: Actor, id: string, answer: string, fileId: string | null): Promise<void> {
    const { tenderId } = await this.evaluations.letter(id);
    const evidence = fileId === null ? null : await this.files.get(actor, fileId);
    await this.unit.run(async () => {
      const evaluation = await this.evaluations.lock(tenderId);
      const letter = await this.evaluations.letter(id);
      if (letter.enterpriseId !== actor.organisationId) {
        throw new DomainError('evaluation.letter_not_found');
      }
      const at = this.arrival.at();
      if (letter.answeredAt !== null) throw new DomainError('evaluation.answered_already');
      if (evaluation.reportedAt !== null || at >= letter.dueAt) {
        throw new DomainError('evaluation.answer_late', { dueAt: letter.dueAt });
      }
      await this.evaluations.changeLetter(id, { answer, fileId, answeredAt: at });
      await this.ledger.append({
        type: 'evaluation.answered',
        scope: tenderId,
        by: actor,
        body: {
          tender: tenderId,
          question: id,
          answer: taggedHashHex('sunlit/answer', { answer, evidence: evidence?.sha256 ?? null }),
        },
      });
    });
  }
}
