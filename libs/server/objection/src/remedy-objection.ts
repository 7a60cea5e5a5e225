import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { LawBasis } from '@core/kernel';
import {
  awardDespiteUpheld,
  isTendererOf,
  isUnremedied,
  OPEN_LINE,
  remedyResult,
  type RemedyWish,
  type ResultChange,
  type Tender,
} from '@core/tender';
import type { RuleSet } from '@core/rules';
import { AwardTender, ChangeResult } from '@server/award';
import { Contracts, SignContract } from '@server/contract';
import { SignAgreement } from '@server/framework';
import { ClarifyTender, type Correction } from '@server/clarification';
import { Arrival, DomainError, Ids, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { Lots, Tenders, TerminateTender, toTender, type TenderRow } from '@server/tender';
import { ObjectToDocuments } from './object-to-documents';
import { ObjectionLog } from './objection-log';
import {
  Objections,
  toUpheld,
  upheldInLot,
  type ObjectionRecord,
  type RemedyRecord,
} from './objections.store';
import { SettleObjections } from './settle-objections';

/** Said in the log when an upheld objection has led to something in one lot. */
const LOT_REMEDIED = 'objection.lot_remedied';

/** What a remedy would change, and the notice that would say so. */
export interface RemedyPreview {
  readonly change: ResultChange;
  readonly notice: ReturnType<ChangeResult['notice']>;
}

interface Remedied {
  readonly objection: ObjectionRecord;
  readonly about: number;
  readonly text: { readonly text: string; readonly law: LawBasis | null };
}

/** What an upheld objection leads to: before that neither the opening nor the award goes on. */
@Injectable()
export class RemedyObjection implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly objections: Objections,
    private readonly awards: AwardTender,
    private readonly result: ChangeResult,
    private readonly contracts: Contracts,
    private readonly signing: SignContract,
    private readonly agreements: SignAgreement,
    private readonly clarify: ClarifyTender,
    private readonly terminate: TerminateTender,
    private readonly documents: ObjectToDocuments,
    private readonly settle: SettleObjections,
    private readonly ids: Ids,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly log: ObjectionLog,
  ) {}

  onModuleInit(): void {
    const held = async (tender: Tender, set: RuleSet, lot: number): Promise<void> => {
      const remedies = await this.objections.remedies(tender.id);
      const all = (await this.objections.ofTender(tender.id)).filter(
        (one) => one.lot === null || one.lot === lot,
      );
      const upheld = all.map((one) => upheldInLot(one, lot, remedies));
      orRefuse(awardDespiteUpheld(tender, upheld, set, this.arrival.at()));
    };
    this.awards.holdBack(held);
    const heldSignature = async (row: TenderRow, lot: number): Promise<void> => {
      // An award that nothing can undo any more is not held up by an objection to what is left of its tender.
      if ((await this.settle.concerned(row)).includes(lot)) {
        await held(toTender(row), this.ruleSets.of(row), lot);
      } else await this.orderedFirst(row, lot);
    };
    this.signing.holdBack(heldSignature);
    this.agreements.holdBack(heldSignature);
    this.clarify.onClarified((actor, correction) => this.corrected(actor, correction));
    this.terminate.onTerminated((actor, row) => this.settle.run(actor, row));
  }

  /**
   * Records what an upheld objection to the result leads to in a lot, and does it. Its tenderer alone may. An objection to
   * the whole tender is closed when each of its lots has its remedy; the lot is the first that waits where none is named.
   */
  async run(actor: Actor, id: string, lot: number | null, wish: RemedyWish): Promise<void> {
    const { tenderId } = await this.known(id);
    await this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      const { objection, about, text } = await this.remedied(actor, row, id, lot, wish);
      await this.act(actor, row, about, wish, text);
      const { remedy, ground } = wish;
      await this.objections.addRemedy({
        id: this.ids.next(),
        tenderId: row.id,
        objectionId: id,
        lot: about,
        remedy,
        ground: remedy === 'passed_over' ? ground : null,
        text: text.text,
        remediedAt: this.arrival.at(),
      });
      await this.log.write(actor, LOT_REMEDIED, objection, `${about} ${remedy} ${text.text}`);
      await this.settle.run(actor, await this.tenders.lock(row.id));
    });
  }

  /**
   * What would be published and what would change, for its tenderer to read first; what the tenderer adds is an open line.
   * Null: the result stands, and no notice goes out. Refuses what {@link run} would refuse.
   */
  async preview(
    actor: Actor,
    id: string,
    lot: number | null,
    { remedy, ground, rank }: Omit<RemedyWish, 'text'>,
  ): Promise<RemedyPreview | null> {
    const { tenderId } = await this.known(id);
    const row = await this.tenders.get(tenderId);
    const wish = { remedy, ground, rank, text: OPEN_LINE };
    const { about, text } = await this.remedied(actor, row, id, lot, wish);
    if (remedy === 'stands') return null;
    const out = remedy === 'passed_over' && ground !== null ? { rank, ground } : null;
    const change = await this.result.planned(row, about, out, text.law?.citation ?? null);
    return { change, notice: this.result.notice(row, change, OPEN_LINE) };
  }

  /** What a decision on a complaint orders of an awarded lot is carried out before its contract is signed. */
  private async orderedFirst(row: TenderRow, lot: number): Promise<void> {
    if (!(await this.settle.concerned(row, true)).includes(lot)) return;
    const remedies = await this.objections.remedies(row.id);
    const ordered = (await this.objections.ofTender(row.id))
      .filter((one) => one.ordered !== null && (one.lot === null || one.lot === lot))
      .map((one) => upheldInLot(one, lot, remedies));
    const set = this.ruleSets.of(row);
    orRefuse(awardDespiteUpheld(toTender(row), ordered, set, this.arrival.at()));
  }

  private async known(id: string): Promise<ObjectionRecord> {
    const known = await this.objections.find(id);
    if (!known) throw new DomainError('objection.not_found');
    return known;
  }

  /** Asks whether this remedy may be recorded: the objection, the lot it is about, and what it rests on. */
  private async remedied(
    actor: Actor,
    row: TenderRow,
    id: string,
    lot: number | null,
    wish: RemedyWish,
  ): Promise<Remedied> {
    if (!isTendererOf(actor, row)) throw new DomainError('objection.not_found');
    const objection = (await this.objections.ofTender(row.id)).find((one) => one.id === id);
    if (!objection) throw new DomainError('objection.not_found');
    const outcome = (await this.settle.outcomes(row)).get(id);
    const about = objection.lot ?? lot ?? outcome?.waitsFor[0] ?? 1;
    const text = await this.decide(row, objection, about, wish, outcome?.remedies ?? []);
    return { objection, about, text };
  }

  /** The order of a decision cannot be carried out like this. */
  private async departs(tenderId: string): Promise<DomainError> {
    const row = await this.tenders.get(tenderId);
    return this.ruleSets.refusal('objection.order_departs', row, this.arrival.at());
  }

  private async decide(
    row: TenderRow,
    objection: ObjectionRecord,
    lot: number,
    wish: RemedyWish,
    remedies: readonly RemedyRecord[],
  ): Promise<Remedied['text']> {
    const { state } = await this.lots.get(row.id, lot);
    const contractSigned = await this.contracts.isConcluded(row.id, lot);
    const left = { ...(await this.result.left(row, lot, wish.rank)), contractSigned, state };
    const upheld = upheldInLot(objection, lot, remedies);
    const set = this.ruleSets.of(row);
    return orRefuse(remedyResult(toTender(row), upheld, wish, left, set, this.arrival.at()));
  }

  private async act(
    actor: Actor,
    row: TenderRow,
    lot: number,
    { remedy, ground, rank }: RemedyWish,
    { text, law }: Remedied['text'],
  ): Promise<void> {
    const change = { lot, text, citation: law?.citation ?? null };
    if (remedy === 'passed_over' && ground !== null) {
      const isVoid = await this.result.passOver(actor, row, change, { rank, ground });
      if (isVoid) await this.contracts.discard(row.id, lot);
    }
    if (remedy !== 'failed') return;
    await this.result.fail(actor, row, change);
    await this.contracts.discard(row.id, lot);
  }

  /**
   * A clarification after the answer that says so is the correction an upheld objection to the documents wants; when the last
   * one has it the tender goes on.
   */
  private async corrected(
    actor: Actor,
    { tenderId, number, objections }: Correction,
  ): Promise<void> {
    if (objections.length === 0) return;
    const waiting = (await this.objections.ofTender(tenderId)).filter((one) => {
      const upheld = toUpheld(one);
      return upheld.stage === 'documents' && isUnremedied(upheld);
    });
    const named = waiting.filter(({ id }) => objections.includes(id));
    if (named.length < new Set(objections).size) {
      throw new DomainError('clarification.unknown_objection');
    }
    for (const one of named) {
      if (one.ordered === 'call_again') throw await this.departs(tenderId);
      await this.settle.note(actor, one, 'corrected', `第 ${number} 号澄清（修改）公告`, null);
    }
    await this.documents.goOn(actor, await this.tenders.lock(tenderId));
  }
}
