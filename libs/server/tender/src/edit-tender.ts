import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { checkHolders } from '@core/escrow';
import { mayBeApart, planFindings, readPlan } from '@core/evaluation';
import { fen, isPayloadSignature, type Fen, type Instant } from '@core/kernel';
import { isHolderKey } from '@core/sealed-bid';
import {
  blocking,
  lawOf,
  legalDate,
  proposeTimetable,
  withDeadline,
  type Finding,
  type Method,
  type Timetable,
} from '@core/rules';
import {
  can,
  divideTender,
  publicationFindings,
  runsTender,
  takesSealedBids,
  totalsOf,
  basisFor,
  type GivenBasis,
  type MethodBasis,
  type Lot,
  type TenderAction,
} from '@core/tender';
import { OwnFiles, People } from '@server/identity';
import { Calendars } from '@server/calendar';
import {
  Arrival,
  Counters,
  DomainError,
  Ids,
  orRefuse,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { sumOfLots } from '@core/project';
import { EndProject, Projects, type Project } from '@server/project';
import { BandOfTender } from './band-of-tender';
import { HolderKeys } from './holders/holder-keys';
import { Lots } from './lots/lots.store';
import type { SealingTerms, TenderRow } from './tender.entity';
import { Tenders, toTender, type TenderDocument } from './tenders.store';

/** What a tenderer decides about a tender. */
export interface TenderTerms {
  readonly title: string;
  readonly method: Method;
  readonly ceiling: Fen | null;
  readonly bidBond: Fen;
  /** For how long bids bind, days from the deadline; null: the notice does not say. */
  readonly bidValidityDays: number | null;
  /** Null: the earliest lawful one is proposed at publication time. */
  readonly deadline: Instant | null;
  /** What the method rests on; null: nothing is recorded. */
  readonly basis: GivenBasis | null;
}

/** Drafts: terms, timetable, documents. Nothing of it is visible outside before publication. */
@Injectable()
export class EditTender implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly bands: BandOfTender,
    private readonly holderKeys: HolderKeys,
    private readonly projects: Projects,
    private readonly ends: EndProject,
    private readonly people: People,
    private readonly files: OwnFiles,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly counters: Counters,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.ends.usedBy((projectId) => this.tenders.useOf(projectId));
  }

  /**
   * Begins the tender of a registered project, in the lots the project named where there are several. `recorded`: the basis of
   * the call it follows, by the same method, whoever sent its paper then.
   */
  async draft(
    actor: Actor,
    projectId: string,
    terms: TenderTerms,
    recorded: MethodBasis | null = null,
  ): Promise<TenderRow> {
    return this.unit.run(async () => {
      const project = await this.projects.lock(projectId);
      if (!runsTender(actor, project)) throw new DomainError('project.not_found');
      if (project.state !== 'registered') throw new DomainError('project.not_registered');
      if (project.localProcurement === 1) throw new DomainError('project.local_only');
      const basis = recorded ?? (await this.basis(actor, terms, null));
      const now = this.arrival.at();
      const set = this.ruleSets.of({ ...project, publishedAt: null });
      const owner = await this.people.organisation(project.tendererId);
      const row: TenderRow = {
        id: this.ids.next(),
        code: await this.counters.code('T', legalDate(now).slice(0, 4)),
        projectId,
        tendererId: project.tendererId,
        tendererName: owner?.name ?? '',
        agencyId: project.agencyId,
        agencyName: project.agencyName,
        unifiedCode: project.unifiedCode,
        title: terms.title,
        category: project.category,
        region: project.region,
        kind: project.kind,
        state: 'draft',
        version: 1,
        regime: project.regime,
        method: terms.method,
        ruleSetId: set.id,
        ruleSetHash: set.hash,
        estimate: project.estimate,
        ceiling: terms.ceiling,
        bidBond: terms.bidBond,
        bidValidityDays: validityOf(terms),
        timetable: null,
        basis,
        sealing: null,
        plan: null,
        publishedAt: null,
        deadline: null,
        publicityUntil: null,
        consortia: 0,
        winLimit: null,
        suspendedAt: null,
        settledAt: null,
        createdAt: now,
        noticeText: null,
      };
      const lots = proposedLots(project, terms);
      const timetable = await this.timetable(row, terms.deadline, now);
      const drafted = { ...row, ...(lots.length > 0 ? totalsOf(lots) : {}), timetable };
      await this.tenders.add(drafted);
      if (lots.length > 0) await this.lots.replace(row.id, lots);
      return drafted;
    });
  }

  /** Changes a draft. */
  async change(actor: Actor, id: string, terms: TenderTerms): Promise<void> {
    await this.edited(actor, id, async (row) => {
      const { title, method } = terms;
      const basis = await this.basis(actor, terms, row.basis);
      const lots = await this.lots.ofTender(id);
      // Nobody bids for a part of what is drawn or chosen as a whole.
      if (lots.length > 1 && !takesSealedBids(method)) {
        throw new DomainError('tender.lots_invalid', { reason: 'method' });
      }
      // A tender that is divided has the ceiling and security of its lots.
      const { ceiling, bidBond } = lots.length > 1 ? row : terms;
      if (lots.length === 1) await this.lots.change(id, 1, { title, ceiling, bidBond });
      await this.tenders.change(row, {
        title,
        method,
        ceiling,
        bidBond,
        bidValidityDays: validityOf(terms),
        basis,
        timetable: await this.timetable(row, terms.deadline, this.arrival.at()),
      });
    });
  }

  /**
   * What the method rests on, typed by it. Its paper is the actor's own, or stands on the draft already for the same method:
   * another method needs its own.
   */
  private async basis(
    actor: Actor,
    { method, basis }: TenderTerms,
    recorded: MethodBasis | null,
  ): Promise<MethodBasis | null> {
    if (basis === null) return null;
    const isKept = basis.fileId === recorded?.fileId;
    if (isKept && recorded.method !== method) {
      throw new DomainError('tender.basis_invalid', { reason: 'paper' });
    }
    const sha256 = isKept ? recorded.sha256 : (await this.files.get(actor, basis.fileId)).sha256;
    return orRefuse(basisFor(method, basis, sha256));
  }

  /** Sets how the bids are compared; what could not be evaluated later, or is unlawful here, is refused. */
  async setPlan(actor: Actor, id: string, raw: unknown): Promise<void> {
    const plan = orRefuse(readPlan(raw));
    await this.edited(actor, id, async (row) => {
      const { regime, kind } = row;
      const on = legalDate(this.arrival.at());
      orRefuse(mayBeApart(plan, this.ruleSets.under(row, this.arrival.at())));
      const [first] = blocking(planFindings(this.ruleSets.of(row), regime, kind, plan, on));
      if (first) {
        throw new DomainError('method.unlawful', { method: plan.formula ?? '' }, lawOf(first));
      }
      await this.tenders.change(row, { plan });
    });
  }

  /** Sets who holds keys to the bids of this tender (tp1 §4.2). */
  async setSealing(actor: Actor, id: string, sealing: SealingTerms): Promise<void> {
    const fault = sealingFault(id, sealing);
    if (fault !== null) throw new DomainError('seal.opening_invalid', { reason: fault });
    await this.edited(actor, id, (row) => this.tenders.change(row, { sealing }));
  }

  /** The same with holders who have signed keys ahead: each gives one of its batch to this tender. */
  async sealWithBatches(
    actor: Actor,
    id: string,
    terms: Pick<SealingTerms, 'mode' | 't' | 'windowSeconds'>,
    organisationIds: readonly string[],
  ): Promise<void> {
    await this.edited(actor, id, async (row) => {
      const sealing = { ...terms, holders: await this.holderKeys.claim(id, organisationIds) };
      const fault = sealingFault(id, sealing);
      if (fault !== null) throw new DomainError('seal.opening_invalid', { reason: fault });
      await this.tenders.change(row, { sealing });
    });
  }

  /** Adds an uploaded file of the actor's to a draft. */
  async addDocument(
    actor: Actor,
    id: string,
    document: { readonly fileId: string; readonly kind: string; readonly title: string },
  ): Promise<TenderDocument> {
    const file = await this.files.get(actor, document.fileId);
    return this.edited(actor, id, async () => {
      const row: TenderDocument = {
        id: this.ids.next(),
        tenderId: id,
        fileId: file.id,
        kind: document.kind,
        title: document.title,
        name: file.name,
        sha256: file.sha256,
        size: file.size,
        addedAt: this.arrival.at(),
        replacesId: null,
        clarification: null,
      };
      await this.tenders.addDocument(row);
      return row;
    });
  }

  /** Takes a document off a draft again. */
  async removeDocument(actor: Actor, id: string, documentId: string): Promise<void> {
    await this.edited(actor, id, async () => {
      await this.tenders.document(id, documentId);
      await this.tenders.removeDocument(documentId);
    });
  }

  /** What the law says about the draft as it stands. */
  async findings(actor: Actor, id: string): Promise<readonly Finding[]> {
    const row = await this.tenders.get(id);
    this.require(actor, 'edit', row);
    const facts = {
      timetable: row.timetable,
      documents: (await this.tenders.documents(id)).length,
      basis: row.basis,
      plan: row.plan,
      lots: await this.lots.ofTender(id),
      local: await this.bands.of(row, this.arrival.at()),
      set: this.ruleSets.of(row),
      calendar: await this.calendars.current(),
    };
    return orRefuse(publicationFindings(toTender(row), facts, this.arrival.at()));
  }

  private async edited<T>(
    actor: Actor,
    id: string,
    work: (row: TenderRow) => Promise<T>,
  ): Promise<T> {
    return this.unit.run(async () => {
      const row = await this.tenders.lock(id);
      this.require(actor, 'edit', row);
      if (await this.tenders.publication(id)) throw new DomainError('publication.prepared');
      return work(row);
    });
  }

  private require(actor: Actor, action: TenderAction, row: TenderRow): void {
    if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
    if (!can(actor, action, toTender(row), this.arrival.at())) {
      throw new DomainError('tender.wrong_state', { state: row.state });
    }
  }

  private async timetable(
    row: TenderRow,
    deadline: Instant | null,
    now: Instant,
  ): Promise<Timetable> {
    const set = this.ruleSets.of(row);
    const proposed = orRefuse(
      proposeTimetable(set, row.regime, now, await this.calendars.current()),
    );
    if (deadline === null) return proposed;
    return withDeadline(proposed, now, deadline);
  }
}

/** For how long bids bind; of what takes none, nothing. */
function validityOf({ method, bidValidityDays }: TenderTerms): number | null {
  return takesSealedBids(method) ? bidValidityDays : null;
}

/**
 * The lots the project named, as its draft begins with them: ceilings and securities are decided later, but for a lot that is
 * alone. None where no bids are taken.
 */
function proposedLots({ lots }: Project, terms: TenderTerms): readonly Lot[] {
  const planned = lots ?? [];
  if (planned.length === 0 || !takesSealedBids(terms.method)) return [];
  const { ceiling, bidBond } = planned.length === 1 ? terms : { ceiling: null, bidBond: fen(0) };
  const parts = planned.map(({ title, estimate }) => ({
    title,
    estimate,
    ceiling,
    bidBond,
    qualification: null,
  }));
  return orRefuse(divideTender(sumOfLots(planned), parts));
}

/** Why bids cannot be sealed to these holders: their number, or a key its holder did not sign for this tender. */
function sealingFault(tender: string, { mode, t, holders }: SealingTerms): string | null {
  if (mode === 'bidder') return holders.length === 0 ? null : 'holders';
  if (!checkHolders(holders, t).ok) return 'holders';
  const isSigned = holders.every(
    ({ publicKey, x, recipient, signature, slot }) =>
      isPayloadSignature(signature) &&
      isHolderKey(publicKey, { tender: slot ?? tender, x, recipient, sig: signature }),
  );
  return isSigned ? null : 'signature';
}
