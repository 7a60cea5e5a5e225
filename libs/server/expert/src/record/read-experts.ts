import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import {
  expertStanding,
  shortOfWorks,
  type ApplicationState,
  type ExpertContent,
  type ExpertStanding,
} from '@core/panel';
import {
  DomainError,
  FileStore,
  LegalClock,
  type ScanState,
  type StoredFile,
} from '@server/platform';
import {
  applicationContent,
  ExpertApplications,
  type ExpertApplication,
  type ExpertObjection,
} from '../admission/applications.store';
import { ExpertTerms } from '../expert-terms';
import { ExpertPool, toPoolExpert, type Expert } from '../experts.store';
import { ExpertHistory, type ExpertStepRecord } from './expert-history';
import { KeepExperts } from './keep-experts';

/** An expert and where he stands now. */
export interface StandingExpert {
  readonly expert: Expert;
  readonly standing: ExpertStanding;
}

/** The desk of the pool: what waits, and who is in it. */
export interface ExpertDesk {
  readonly applications: readonly ExpertApplication[];
  /** Imported, and not taken over by their person yet. */
  readonly invited: readonly ExpertApplication[];
  readonly experts: readonly StandingExpert[];
}

/** Everything the pool holds about somebody. */
export interface ExpertDossier {
  readonly expertId: string;
  readonly pool: StandingExpert | null;
  readonly application: ExpertApplication | null;
  readonly content: ExpertContent | null;
  /** Specialties with fewer works than the terms ask for. */
  readonly shortOfWorks: readonly string[];
  /** Names under which the same identity number stands elsewhere in the pool. */
  readonly alsoAs: readonly string[];
  readonly objections: readonly ExpertObjection[];
  /** Warnings of the last review period. */
  readonly warnings: number;
  readonly history: readonly ExpertStepRecord[];
  readonly scans: ReadonlyMap<string, ScanState | null>;
}

/** An admission as everybody may read it. */
export interface PublishedAdmission {
  readonly application: ExpertApplication;
  readonly content: ExpertContent;
}

const LISTED: readonly ApplicationState[] = ['applied', 'returned', 'published', 'refused'];

/** Reads the pool, each reader his part of it. Nothing here knows of a panel. */
@Injectable()
export class ReadExperts {
  constructor(
    private readonly applications: ExpertApplications,
    private readonly pool: ExpertPool,
    private readonly history: ExpertHistory,
    private readonly keep: KeepExperts,
    private readonly terms: ExpertTerms,
    private readonly files: FileStore,
    private readonly clock: LegalClock,
  ) {}

  /** What the keeper and the supervisor have before them; drafts are their authors' alone. */
  async desk(): Promise<ExpertDesk> {
    const experts = await this.pool.all();
    return {
      applications: await this.applications.inStates(LISTED),
      invited: await this.applications.unclaimed(),
      experts: experts.map((expert) => this.standing(expert)),
    };
  }

  /** Everything about somebody; throws `expert.not_found` where only a draft is. */
  async dossier(expertId: string): Promise<ExpertDossier> {
    const expert = await this.pool.find(expertId);
    const all = await this.applications.ofExpert(expertId);
    const application = all.find(({ state }) => state !== 'draft') ?? null;
    if (!expert && !application) throw new DomainError('expert.not_found');
    const content = application && applicationContent(application);
    return {
      expertId,
      application,
      content,
      pool: expert && this.standing(expert),
      shortOfWorks: content ? shortOfWorks(content, this.terms.at(this.clock.now())) : [],
      alsoAs: await this.alsoAs(expertId, application?.idDigest ?? expert?.idDigest ?? null),
      objections: await this.applications.objections(all.map(({ id }) => id)),
      warnings: await this.keep.warnings(expertId, this.clock.now()),
      history: await this.history.of(expertId),
      scans: await this.scans(content),
    };
  }

  /** A paper of somebody's application, or of a step: for the pool's desk, and for whom it is about. */
  async file(actor: Actor, expertId: string, fileId: string): Promise<StoredFile> {
    const all = await this.applications.ofExpert(expertId);
    const expert = await this.pool.find(expertId);
    const isOwn = [expert, ...all].some((one) => one?.personId === actor.personId);
    if (actor.role === 'expert' && !isOwn) throw new DomainError('file.not_found');
    const isHeld =
      all.some((one) => applicationContent(one).papers.some((paper) => paper.fileId === fileId)) ||
      (await this.history.of(expertId)).some((step) => step.fileId === fileId);
    if (!isHeld) throw new DomainError('file.not_found');
    return this.files.get(fileId);
  }

  /** Admissions that are published now, and appointments that are announced. */
  async published(): Promise<readonly PublishedAdmission[]> {
    const now = this.clock.now();
    const proposed = await this.applications.inStates(['published']);
    const announced = await this.applications.announced(now);
    return [...proposed, ...announced].map((application) => ({
      application,
      content: applicationContent(application),
    }));
  }

  /** An expert and where he stands now. */
  standing(expert: Expert): StandingExpert {
    const now = this.clock.now();
    const { ageOut } = this.terms.at(now);
    return { expert, standing: expertStanding(toPoolExpert(expert), ageOut, now) };
  }

  private async alsoAs(expertId: string, idDigest: string | null): Promise<readonly string[]> {
    if (idDigest === null) return [];
    const others = (await this.pool.byDigest(idDigest)).filter(({ id }) => id !== expertId);
    const applied = await this.applications.sameNumber(idDigest, expertId);
    const names = [
      ...others.map(({ name }) => name),
      ...applied.map((one) => applicationContent(one).name),
    ];
    return [...new Set(names)];
  }

  private async scans(content: ExpertContent | null): Promise<Map<string, ScanState | null>> {
    const scans = new Map<string, ScanState | null>();
    for (const { fileId } of content?.papers ?? []) {
      scans.set(fileId, (await this.files.find(fileId))?.scan ?? null);
    }
    return scans;
  }
}
