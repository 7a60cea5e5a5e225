import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { currentDocuments, isTendererOf, lotsToCallAgain, reTender, totalsOf } from '@core/tender';
import { Ledger } from '@server/ledger';
import { DomainError, Ids, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { EditTender } from './edit-tender';
import { Lots, type LotRecord } from './lots/lots.store';
import type { TenderRow } from './tender.entity';
import { Tenders } from './tenders.store';

/** Calls a failed tender, or its failed lots, again: one action, a draft with everything of the last call in it. */
@Injectable()
export class ReTender {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly edit: EditTender,
    private readonly ruleSets: RuleSets,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Returns the id of the new draft: terms, lots and documents carried over, the timetable proposed anew; key holders are
   * named again, for their keys belong to one tender. While other lots go on, only those that failed are called again.
   * A second press gets the same draft.
   */
  async run(actor: Actor, id: string): Promise<string> {
    return this.unit.run(async () => {
      const row = await this.tenders.lock(id);
      if (!isTendererOf(actor, row)) throw new DomainError('tender.not_found');
      const all = await this.lots.ofTender(id);
      const { fresh, known } = notYetCalled(row, all);
      if (known !== null) return known;
      const isWhole = fresh.length === all.length;
      const set = this.ruleSets.get(row.ruleSetId);
      const ended = fresh.length > 0 ? { ...row, state: 'failed' as const } : row;
      const { title, afterSecondFailure } = orRefuse(reTender(ended, set));
      const isDivided = all.length > 1;
      const draft = await this.draft(actor, row, fresh, { title, isDivided });
      for (const { number } of fresh) {
        await this.lots.change(id, number, { nextTenderId: draft.id });
      }
      await this.tenders.follow(draft.id, id, isWhole ? 0 : (fresh[0]?.number ?? 0));
      await this.ledger.append({
        type: 'tender.called_again',
        scope: `${draft.id}/internal`,
        by: actor,
        body: {
          tender: draft.id,
          previous: id,
          secondFailure: afterSecondFailure?.citation ?? null,
          ...(isWhole ? {} : { lots: fresh.map(({ number }) => number) }),
        },
      });
      return draft.id;
    });
  }

  private async draft(
    actor: Actor,
    row: TenderRow,
    lots: readonly LotRecord[],
    { title, isDivided }: { readonly title: string; readonly isDivided: boolean },
  ): Promise<TenderRow> {
    const { method, basis, projectId, consortia, winLimit } = row;
    const { estimate, ceiling, bidBond } = totalsOf(lots);
    const terms = { title, method, ceiling, bidBond, basis, deadline: null };
    const draft = await this.edit.draft(actor, projectId, terms);
    await this.lots.replace(
      draft.id,
      lots.map((lot, at) => ({
        ...lot,
        number: at + 1,
        title: isDivided ? lot.title : title,
        state: 'open' as const,
      })),
    );
    const limit = lots.length > 1 ? winLimit : null;
    await this.tenders.change(draft, { estimate, consortia, winLimit: limit });
    for (const document of currentDocuments(await this.tenders.documents(row.id))) {
      await this.tenders.addDocument({
        ...document,
        id: this.ids.next(),
        tenderId: draft.id,
        replacesId: null,
        clarification: null,
      });
    }
    return draft;
  }
}

/** The lots to be called again that no other tender calls yet; or the tender that calls them all. */
function notYetCalled(
  { state }: TenderRow,
  all: readonly LotRecord[],
): { readonly fresh: readonly LotRecord[]; readonly known: string | null } {
  const again = lotsToCallAgain(state, all);
  const fresh = again.filter((one) => one.nextTenderId === null);
  return { fresh, known: fresh.length === 0 ? (again.at(-1)?.nextTenderId ?? null) : null };
}
