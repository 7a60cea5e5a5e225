import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { mayReadLetters } from '@core/tender';
import { Openings } from '@server/opening';
import { DomainError, FileStore, type StoredFile } from '@server/platform';
import { Tenders } from '@server/tender';
import { Evaluations, type PanelLetter } from './evaluations.store';

/** A letter with the name of the bidder it went to. */
export interface NamedLetter {
  readonly letter: PanelLetter;
  readonly bidderName: string;
}

/** The panel's letters, their answers and what came with them, for those whom the secrecy table lets read them. */
@Injectable()
export class ReadLetters {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly tenders: Tenders,
    private readonly openings: Openings,
    private readonly files: FileStore,
  ) {}

  /** The letters a firm was sent. */
  async received(actor: Actor): Promise<readonly PanelLetter[]> {
    return this.evaluations.lettersTo(actor.organisationId);
  }

  /** All letters of a tender, for its supervisor ({@link mayReadLetters}). Throws `evaluation.not_found`. */
  async ofTender(actor: Actor, tenderId: string): Promise<readonly NamedLetter[]> {
    const { state } = await this.tenders.published(tenderId);
    if (!mayReadLetters(actor, state)) throw new DomainError('evaluation.not_found');
    const named: NamedLetter[] = [];
    for (const letter of await this.evaluations.letters(tenderId)) {
      const bid = await this.openings.openedBid(letter.bidId);
      named.push({ letter, bidderName: bid?.bidderName ?? '' });
    }
    return named;
  }

  /**
   * What a bidder attached to its answer: for the bidder, for members of the panel who have declared, and for the supervisor
   * once it is time. Throws `evaluation.letter_not_found`; `file.not_found` where nothing was attached.
   */
  async evidence(actor: Actor, letterId: string): Promise<StoredFile> {
    const letter = await this.evaluations.letter(letterId);
    if (!(await this.mayRead(actor, letter))) throw new DomainError('evaluation.letter_not_found');
    if (letter.fileId === null) throw new DomainError('file.not_found');
    return this.files.get(letter.fileId);
  }

  private async mayRead(actor: Actor, { tenderId, enterpriseId }: PanelLetter): Promise<boolean> {
    if (actor.role === 'bidder') return actor.organisationId === enterpriseId;
    if (actor.role === 'expert') {
      const judges = await this.evaluations.judges(tenderId);
      const me = judges.find((one) => one.personId === actor.personId);
      return me !== undefined && me.declaredAt !== null;
    }
    return mayReadLetters(actor, (await this.tenders.get(tenderId)).state);
  }
}
