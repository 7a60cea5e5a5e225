import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@core/identity';
import {
  awardDespiteUpheld,
  isTendererOf,
  isUnremedied,
  OPEN_LINE,
  remedyResult,
  type Remedy,
  type RemedyWish,
  type ResultChange,
  type Tender,
} from '@core/tender';
import type { RuleSet } from '@core/rules';
import { AwardTender, ChangeResult } from '@server/award';
import { Contracts, SignContract } from '@server/contract';
import { ClarifyTender } from '@server/clarification';
import { Arrival, DomainError, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { Lots, Tenders, toTender, type TenderRow } from '@server/tender';
import { ObjectToDocuments } from './object-to-documents';
import { ObjectionLog } from './objection-log';
import { Objections, toUpheld, type ObjectionRecord } from './objections.store';

/** Said when an upheld objection has led to something. */
const OBJECTION_REMEDIED = 'objection.remedied';

/** What a remedy would change, and the notice that would say so. */
export interface RemedyPreview {
  readonly change: ResultChange;
  readonly notice: ReturnType<ChangeResult['notice']>;
}

interface Remedied {
  readonly objection: ObjectionRecord;
  readonly about: number;
  readonly text: string;
  readonly citation: string | null;
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
    private readonly clarify: ClarifyTender,
    private readonly documents: ObjectToDocuments,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly log: ObjectionLog,
  ) {}

  onModuleInit(): void {
    const held = async (tender: Tender, set: RuleSet, lot: number): Promise<void> => {
      const all = (await this.objections.ofTender(tender.id)).filter(
        (one) => one.lot === null || one.lot === lot,
      );
      orRefuse(awardDespiteUpheld(tender, all.map(toUpheld), set, this.arrival.at()));
    };
    this.awards.holdBack(held);
    this.signing.holdBack((row, lot) => held(toTender(row), this.ruleSets.of(row), lot));
    this.clarify.onClarified((actor, tenderId) => this.corrected(actor, tenderId));
  }

  /** Records what an upheld objection to the result leads to, and does it. Its tenderer alone may. */
  async run(actor: Actor, id: string, lot: number, wish: RemedyWish): Promise<void> {
    const known = await this.known(id);
    await this.unit.run(async () => {
      const row = await this.tenders.lock(known.tenderId);
      const { objection, about, text, citation } = await this.remedied(actor, row, id, lot, wish);
      const change = { lot: about, text, citation };
      const { remedy, ground } = wish;
      if (remedy === 'passed_over' && ground !== null) {
        await this.result.passOver(actor, row, change, ground);
      }
      if (remedy === 'failed') await this.result.fail(actor, row, change);
      if (remedy !== 'stands') await this.contracts.discard(row.id, about);
      await this.note(actor, objection, remedy, text, ground);
    });
  }

  /**
   * What would be published and what would change, for its tenderer to read first; what the tenderer adds is an open line.
   * Null: the result stands, and no notice goes out. Refuses what {@link run} would refuse.
   */
  async preview(
    actor: Actor,
    id: string,
    lot: number,
    { remedy, ground }: Omit<RemedyWish, 'text'>,
  ): Promise<RemedyPreview | null> {
    const { tenderId } = await this.known(id);
    const row = await this.tenders.get(tenderId);
    const wish = { remedy, ground, text: OPEN_LINE };
    const { about, citation } = await this.remedied(actor, row, id, lot, wish);
    if (remedy === 'stands') return null;
    const out = remedy === 'passed_over' ? ground : null;
    const change = await this.result.planned(row, about, out, citation);
    return { change, notice: this.result.notice(row, change, OPEN_LINE) };
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
    lot: number,
    wish: RemedyWish,
  ): Promise<Remedied> {
    if (!isTendererOf(actor, row)) throw new DomainError('objection.not_found');
    const objection = (await this.objections.ofTender(row.id)).find((one) => one.id === id);
    if (!objection) throw new DomainError('objection.not_found');
    const about = objection.lot ?? lot;
    await this.lots.get(row.id, about);
    const contractSigned = await this.contracts.isConcluded(row.id, about);
    const left = { ...(await this.result.left(row.id, about)), contractSigned };
    const set = this.ruleSets.of(row);
    const { text, law } = orRefuse(
      remedyResult(toTender(row), toUpheld(objection), wish, left, set, this.arrival.at()),
    );
    return { objection, about, text, citation: law?.citation ?? null };
  }

  /** A clarification after the answer is the correction an upheld objection to the documents wants; then the tender goes on. */
  private async corrected(actor: Actor, tenderId: string): Promise<void> {
    const waiting = (await this.objections.ofTender(tenderId)).filter((one) => {
      const upheld = toUpheld(one);
      return upheld.stage === 'documents' && isUnremedied(upheld);
    });
    if (waiting.length === 0) return;
    for (const one of waiting) await this.note(actor, one, 'corrected', '', null);
    await this.documents.goOn(actor, await this.tenders.lock(tenderId));
  }

  private async note(
    actor: Actor,
    objection: ObjectionRecord,
    remedy: Remedy,
    remedyText: string,
    remedyGround: string | null,
  ): Promise<void> {
    const remediedAt = this.arrival.at();
    await this.objections.change(objection.id, { remedy, remedyText, remedyGround, remediedAt });
    await this.log.write(actor, OBJECTION_REMEDIED, objection, `${remedy} ${remedyText}`);
  }
}
