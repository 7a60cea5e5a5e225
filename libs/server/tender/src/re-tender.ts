import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import {
  carriedNotice,
  currentDocuments,
  lotsToCallAgain,
  reTender,
  runsTender,
  totalsOf,
} from '@core/tender';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { EditTender } from './edit-tender';
import { HolderKeys } from './holders/holder-keys';
import { Lots, type LotRecord } from './lots/lots.store';
import { FactsOfNotice } from './notice/facts-of-notice';
import type { SealingTerms, TenderRow } from './tender.entity';
import { Tenders } from './tenders.store';

/** Carries over what another capability keeps of a tender, in the present unit. */
export type CarryOver = (from: TenderRow, to: TenderRow) => Promise<void>;

/** Calls a failed tender, or its failed lots, again: one action, a draft with everything of the last call in it. */
@Injectable()
export class ReTender {
  private readonly carriers: CarryOver[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly edit: EditTender,
    private readonly holderKeys: HolderKeys,
    private readonly facts: FactsOfNotice,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Adds what else is carried over into the next call (who is invited). */
  carries(carry: CarryOver): void {
    this.carriers.push(carry);
  }

  /**
   * Returns the id of the new draft: terms, lots, evaluation plan, documents, notice and what others keep carried over, the timetable proposed anew.
   * The way bids are opened stays; a key belongs to one tender, so holders with keys made ahead give another one, and the
   * others are named again. While other lots go on, only those that failed are called again.
   * A second press gets the same draft.
   */
  async run(actor: Actor, id: string): Promise<string> {
    return this.unit.run(async () => {
      const row = await this.tenders.lock(id);
      if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
      const all = await this.lots.ofTender(id);
      const { fresh, known } = notYetCalled(row, all);
      if (known !== null) return known;
      const isWhole = fresh.length === all.length;
      const set = this.ruleSets.of(row);
      const ended = fresh.length > 0 ? { ...row, state: 'failed' as const } : row;
      const { title, afterSecondFailure } = orRefuse(reTender(ended, set, this.arrival.at()));
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
    const { method, basis, projectId, consortia, winLimit, plan, bidValidityDays } = row;
    const { estimate, ceiling, bidBond } = totalsOf(lots);
    const money = { ceiling, bidBond, bidValidityDays };
    const terms = { title, method, ...money, basis: null, deadline: null };
    const draft = await this.edit.draft(actor, projectId, terms, basis);
    await this.lots.replace(
      draft.id,
      lots.map((lot, at) => ({
        ...lot,
        number: at + 1,
        title: isDivided ? lot.title : title,
        state: 'open' as const,
      })),
    );
    const carried = {
      estimate,
      consortia,
      plan,
      winLimit: lots.length > 1 ? winLimit : null,
      sealing: await this.sealing(row, draft.id),
    };
    const [notice] = (await this.tenders.notices(row.id)).filter(
      ({ kind }) => kind === 'tender_notice',
    );
    const facts = this.facts.of({ ...draft, ...carried });
    const noticeText = notice ? carriedNotice(notice.text, facts) : null;
    await this.tenders.change(draft, { ...carried, noticeText });
    for (const carry of this.carriers) await carry(row, draft);
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

  /** The terms of sealing for the next call: as they were where its holders have keys left, else without holders yet. */
  private async sealing({ id, sealing }: TenderRow, next: string): Promise<SealingTerms | null> {
    if (sealing === null || sealing.holders.length === 0) return sealing;
    const organisations = await this.holderKeys.givers(id);
    const fromBatches = organisations.length === sealing.holders.length;
    const hasKeys = fromBatches && (await this.holderKeys.haveLeft(organisations));
    const holders = hasKeys ? await this.holderKeys.claim(next, organisations) : [];
    return { ...sealing, holders };
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
