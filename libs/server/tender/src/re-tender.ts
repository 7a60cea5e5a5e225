import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { currentDocuments, isTendererOf, reTender } from '@core/tender';
import { Ledger } from '@server/ledger';
import { DomainError, Ids, orRefuse, RuleSets, UnitOfWork, violates } from '@server/platform';
import { EditTender } from './edit-tender';
import { Tenders } from './tenders.store';

/** Calls a failed tender again: one action, a draft with everything of the last call in it. */
@Injectable()
export class ReTender {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly edit: EditTender,
    private readonly ruleSets: RuleSets,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Returns the id of the new draft: terms and documents carried over, the timetable proposed anew; key holders are
   * named again, for their keys belong to one tender. A second press gets the same draft.
   */
  async run(actor: Actor, id: string): Promise<string> {
    const known = await this.tenders.nextCall(id);
    try {
      return await this.unit.run(async () => {
        const row = await this.tenders.lock(id);
        if (!isTendererOf(actor, row)) throw new DomainError('tender.not_found');
        if (known) return known;
        const set = this.ruleSets.get(row.ruleSetId);
        const { title, afterSecondFailure } = orRefuse(reTender(row, set));
        const { method, ceiling, bidBond, basis, projectId } = row;
        const terms = { title, method, ceiling, bidBond, basis, deadline: null };
        const draft = await this.edit.draft(actor, projectId, terms);
        for (const document of currentDocuments(await this.tenders.documents(id))) {
          await this.tenders.addDocument({
            ...document,
            replacesId: null,
            clarification: null,
            id: this.ids.next(),
            tenderId: draft.id,
          });
        }
        await this.tenders.follow(draft.id, id);
        await this.ledger.append({
          type: 'tender.called_again',
          scope: `${draft.id}/internal`,
          by: actor,
          body: {
            tender: draft.id,
            previous: id,
            secondFailure: afterSecondFailure?.citation ?? null,
          },
        });
        return draft.id;
      });
    } catch (error) {
      if (!violates(error, 'uq_re_tender_previous', 're_tender', ['previousId'])) throw error;
      return this.run(actor, id);
    }
  }
}
