import { Injectable } from '@nestjs/common';
import { birthdayOf, isIdNumber, tidyIdNumber } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { taggedHashHex, type Instant } from '@core/kernel';
import {
  checkApplication,
  emptyApplication,
  expertStanding,
  followApplication,
  isUnderWay,
  type ExpertContent,
  type ExpertPaper,
} from '@core/panel';
import { idNumberDigest, invitationDigest } from '@server/enterprise';
import { Accounts, OwnFiles, People } from '@server/identity';
import { Arrival, DomainError, Ids, orRefuse, UnitOfWork } from '@server/platform';
import { ExpertTerms } from '../expert-terms';
import { ExpertPool, toPoolExpert, type Expert } from '../experts.store';
import { ExpertHistory } from '../record/expert-history';
import {
  applicationContent,
  ExpertApplications,
  type ExpertApplication,
} from './applications.store';

/** Somebody who wants to become an expert, with the account he makes for it. */
export interface NewApplicant {
  readonly username: string;
  readonly password: string;
  readonly personName: string;
  /** The code with which somebody takes over what was imported about him. */
  readonly invitation?: string;
}

/** An application as its author types it. */
export interface ApplicationEdit extends Omit<ExpertContent, 'idDigest' | 'bornOn' | 'papers'> {
  /** Needed once; left out: as it is. Kept as a keyed digest, and the birthday it says. */
  readonly idNumber?: string;
  readonly papers: readonly Omit<ExpertPaper, 'sha256'>[];
}

/** Where a person stands with the pool. */
export interface OwnExpertRecord {
  readonly application: ExpertApplication | null;
  readonly expert: Expert | null;
}

/** Applying for the pool: an account, a draft with its papers, and handing it in. */
@Injectable()
export class ApplyAsExpert {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly files: OwnFiles,
    private readonly applications: ExpertApplications,
    private readonly pool: ExpertPool,
    private readonly history: ExpertHistory,
    private readonly terms: ExpertTerms,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
  ) {}

  /**
   * Makes an account in the county's pool; free, for everybody. With an invitation the imported application is his from now on,
   * once. Returns the person's id.
   */
  async register({ username, password, personName, invitation }: NewApplicant): Promise<string> {
    const passwordHash = await this.accounts.acceptPassword(password, username);
    return this.unit.run(async () => {
      const all = await this.people.organisations();
      const pool = all.find(({ kind }) => kind === 'expert_pool');
      if (!pool) throw new DomainError('expert.no_pool');
      const personId = await this.accounts.add({ username, name: personName, passwordHash });
      await this.accounts.appoint(personId, pool.id, 'expert');
      const code = invitation?.trim() ?? '';
      if (code !== '') await this.applications.takeOver(invitationDigest(code), personId);
      return personId;
    });
  }

  /** The latest application and the record of the person signed in. */
  async mine(personId: string): Promise<OwnExpertRecord> {
    return {
      application: await this.applications.latest(personId),
      expert: await this.pool.ofPerson(personId),
    };
  }

  /** Saves a draft, and begins one where none is under way. */
  async edit(actor: Actor, edit: ApplicationEdit): Promise<void> {
    await this.unit.run(async () => {
      // The person's row is the root: nobody begins two applications at once.
      await this.people.lock(actor.personId);
      const { application, expert } = await this.mine(actor.personId);
      const at = this.arrival.at();
      if (application && isUnderWay(application.state)) {
        // Handing in and examining lock the application alone: what they did meanwhile counts.
        const now = await this.applications.lock(application.id);
        orRefuse(followApplication(now.state, 'edit'));
        const content = await this.contentOf(actor, applicationContent(now), edit);
        await this.applications.change(now.id, this.columns(content));
        return;
      }
      if (expert) this.mayApplyAgain(expert, at);
      const before = application ? applicationContent(application) : emptyApplication(edit.name);
      const content = await this.contentOf(actor, before, edit);
      await this.applications.add({
        id: this.ids.next(),
        expertId: expert?.id ?? application?.expertId ?? this.ids.next(),
        personId: actor.personId,
        state: 'draft',
        createdAt: at,
        appliedAt: null,
        digest: null,
        missing: null,
        publishedAt: null,
        publicityUntil: null,
        decidedAt: null,
        announcedUntil: null,
        invitation: null,
        ...this.columns(content),
      });
    });
  }

  /** Hands the draft in. Everything that is missing, or does not meet the terms, is said before anybody examines it. */
  async submit(actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      const application = await this.own(actor);
      const state = orRefuse(followApplication(application.state, 'submit'));
      const at = this.arrival.at();
      const content = orRefuse(
        checkApplication(applicationContent(application), this.terms.at(at), at),
      );
      const digest = taggedHashHex('sunlit/expert-application', { id: application.id, content });
      await this.applications.change(application.id, {
        ...this.columns(content),
        state,
        digest,
        appliedAt: at,
        missing: null,
      });
      await this.history.add(actor, {
        expertId: application.expertId,
        step: 'applied',
        at,
        text: digest,
      });
    });
  }

  /** Takes an application back, whatever became of it so far. */
  async withdraw(actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      const { id, state, expertId } = await this.own(actor);
      const at = this.arrival.at();
      const next = orRefuse(followApplication(state, 'withdraw'));
      await this.applications.change(id, { state: next, decidedAt: at });
      await this.history.add(actor, { expertId, step: 'withdrawn', at });
    });
  }

  /** The latest application of whoever acts, locked. */
  private async own({ personId }: Actor): Promise<ExpertApplication> {
    const latest = await this.applications.latest(personId);
    if (!latest) throw new DomainError('expert.application_not_found');
    return this.applications.lock(latest.id);
  }

  /** Who is in the pool stays by another term, not by another application. */
  private mayApplyAgain(expert: Expert, at: Instant): void {
    const standing = expertStanding(toPoolExpert(expert), this.terms.at(at).ageOut, at);
    if (standing !== 'expired' && standing !== 'removed') {
      throw new DomainError('expert.wrong_state', { standing });
    }
  }

  private async contentOf(
    actor: Actor,
    before: ExpertContent,
    edit: ApplicationEdit,
  ): Promise<ExpertContent> {
    const { idNumber, papers, ...plain } = edit;
    return {
      ...plain,
      ...this.identityOf(before, idNumber),
      papers: await this.papersOf(actor, before, papers),
    };
  }

  private identityOf(
    { idDigest, bornOn }: ExpertContent,
    typed: string | undefined,
  ): Pick<ExpertContent, 'idDigest' | 'bornOn'> {
    if (typed === undefined || typed.trim() === '') return { idDigest, bornOn };
    const number = tidyIdNumber(typed);
    if (!isIdNumber(number)) throw new DomainError('expert.id_number_invalid');
    return { idDigest: idNumberDigest(number), bornOn: birthdayOf(number) };
  }

  /** Papers of before stay; a new one must be the applicant's own, not just somebody's of the same pool. */
  private async papersOf(
    actor: Actor,
    before: ExpertContent,
    edits: readonly Omit<ExpertPaper, 'sha256'>[],
  ): Promise<ExpertPaper[]> {
    const papers: ExpertPaper[] = [];
    for (const { fileId, kind, title } of edits) {
      const kept = before.papers.find((one) => one.fileId === fileId);
      if (kept) {
        papers.push({ ...kept, kind, title });
        continue;
      }
      const file = await this.files.get(actor, fileId);
      if (file.uploadedBy !== actor.personId) throw new DomainError('file.not_found');
      papers.push({ fileId, kind, title, sha256: file.sha256 });
    }
    return papers;
  }

  private columns(content: ExpertContent): Pick<ExpertApplication, 'content' | 'idDigest'> {
    const { idDigest } = content;
    return { content: JSON.stringify(content), idDigest: idDigest === '' ? null : idDigest };
  }
}
