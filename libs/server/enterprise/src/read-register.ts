import { Injectable } from '@nestjs/common';
import {
  diffContents,
  isPublicAttachment,
  isShown,
  standingAt,
  type EnterpriseContent,
} from '@core/enterprise';
import type { Actor } from '@core/identity';
import type { Difference } from '@core/kernel';
import { People } from '@server/identity';
import { Arrival, DomainError, FileStore, type ScanState, type StoredFile } from '@server/platform';
import {
  contentOf,
  Enterprises,
  readContent,
  versionInForce,
  workingContentOf,
  type Enterprise,
  type EnterpriseVersion,
  type StaffElsewhere,
} from './enterprises.store';
import {
  RegisterPapers,
  type CreditEntry,
  type Decision,
  type DeficiencyLetter,
  type Inquiry,
} from './register.store';

/** A version in the history, with the names of those who made and answered it. */
export interface HistoryEntry {
  readonly version: EnterpriseVersion;
  readonly submittedBy: string | null;
  readonly answeredBy: string | null;
}

/** Everything the register holds about a firm, for its owner, a registrar and a supervisor. */
export interface Dossier {
  readonly enterprise: Enterprise;
  readonly working: EnterpriseContent;
  /** What is under way against the version in force. */
  readonly differences: readonly Difference[];
  readonly history: readonly HistoryEntry[];
  readonly letters: readonly DeficiencyLetter[];
  readonly decisions: readonly Decision[];
  readonly inquiries: readonly Inquiry[];
  readonly credit: readonly CreditEntry[];
  /** Key people who are registered elsewhere; nothing of other firms is told to a firm. */
  readonly elsewhere: readonly StaffElsewhere[];
  readonly scans: ReadonlyMap<string, ScanState | null>;
}

/** What everybody may know of a firm. */
export interface PublicRecord {
  readonly enterprise: Enterprise;
  readonly content: EnterpriseContent;
  readonly decisions: readonly Decision[];
  readonly credit: readonly CreditEntry[];
}

/** Reads the register, each reader his part of it. */
@Injectable()
export class ReadRegister {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly papers: RegisterPapers,
    private readonly people: People,
    private readonly files: FileStore,
    private readonly arrival: Arrival,
  ) {}

  /** The whole file of a firm; another firm's does not exist for a bidder. */
  async dossier(actor: Actor, id: string): Promise<Dossier> {
    const enterprise = await this.mayRead(actor, id);
    const working = workingContentOf(enterprise);
    const inForce = versionInForce(enterprise);
    const digests = working.staff.map((one) => one.idDigest);
    return {
      enterprise,
      working,
      differences: diffContents(inForce === null ? null : contentOf(enterprise), working),
      history: await this.history(id),
      letters: await this.papers.letters(id),
      decisions: await this.papers.decisions(id),
      inquiries: await this.papers.inquiries(id),
      credit: await this.papers.credit(id),
      elsewhere: actor.role === 'bidder' ? [] : await this.enterprises.staffElsewhere(id, digests),
      scans: await this.scans(working),
    };
  }

  /** What changed from one version to a later one; without `from`, from the version before. */
  async difference(
    actor: Actor,
    id: string,
    to: number,
    from: number = to - 1,
  ): Promise<readonly Difference[]> {
    await this.mayRead(actor, id);
    const after = await this.enterprises.version(id, to);
    if (!after) throw new DomainError('enterprise.not_found');
    const before = await this.enterprises.version(id, from);
    return diffContents(before ? readContent(before.content) : null, readContent(after.content));
  }

  /** A file of the record: of any version, or of an inquiry. */
  async file(actor: Actor, id: string, fileId: string): Promise<StoredFile> {
    const enterprise = await this.mayRead(actor, id);
    const versions = await this.enterprises.versions(id);
    const held =
      [
        contentOf(enterprise),
        workingContentOf(enterprise),
        ...versions.map((one) => readContent(one.content)),
      ].some((content) => content.attachments.some((one) => one.fileId === fileId)) ||
      (await this.papers.inquiries(id)).some((one) => one.fileId === fileId);
    if (!held) throw new DomainError('file.not_found');
    return this.files.get(fileId);
  }

  /** The printed letter, once it is there. */
  async letterFile(actor: Actor, id: string, letterId: string): Promise<StoredFile> {
    await this.mayRead(actor, id);
    const letter = await this.papers.letter(letterId);
    if (letter?.enterpriseId !== id || letter.fileId === null) {
      throw new DomainError('file.not_found');
    }
    return this.files.get(letter.fileId);
  }

  /** The public page of a firm that was verified once; throws `enterprise.not_found` for all others. */
  async publicRecord(creditCode: string): Promise<PublicRecord> {
    const enterprise = await this.enterprises.byCreditCode(creditCode);
    if (enterprise?.verifiedAt == null) throw new DomainError('enterprise.not_found');
    const now = this.arrival.at();
    return {
      enterprise,
      content: contentOf(enterprise),
      decisions: await this.decisionsInForce(enterprise),
      credit: (await this.papers.credit(enterprise.id)).filter((one) => isShown(one, now)),
    };
  }

  /** A file of the public page. */
  async publicFile(creditCode: string, fileId: string): Promise<StoredFile> {
    const { content } = await this.publicRecord(creditCode);
    const held = content.attachments.find((one) => one.fileId === fileId);
    if (!held || !isPublicAttachment(held.kind)) throw new DomainError('file.not_found');
    return this.files.get(fileId);
  }

  /** The decision a suspension or removal rests on; none once it is over. */
  private async decisionsInForce(enterprise: Enterprise): Promise<Decision[]> {
    const state = standingAt(enterprise, this.arrival.at());
    if (state !== 'suspended' && state !== 'removed') return [];
    return (await this.papers.decisions(enterprise.id)).slice(0, 1);
  }

  private async mayRead(actor: Actor, id: string): Promise<Enterprise> {
    if (actor.role === 'bidder' && actor.organisationId !== id) {
      throw new DomainError('enterprise.not_found');
    }
    return this.enterprises.get(id);
  }

  private async history(id: string): Promise<HistoryEntry[]> {
    const versions = await this.enterprises.versions(id);
    const names = await this.people.namesOf(
      versions.flatMap((one) => [one.submittedBy, one.answeredBy]).filter((one) => one !== null),
    );
    const nameOf = (person: string | null): string | null =>
      person === null ? null : (names.get(person) ?? null);
    return versions.map((version) => ({
      version,
      submittedBy: nameOf(version.submittedBy),
      answeredBy: nameOf(version.answeredBy),
    }));
  }

  private async scans(content: EnterpriseContent): Promise<Map<string, ScanState | null>> {
    const scans = new Map<string, ScanState | null>();
    for (const { fileId } of content.attachments) {
      scans.set(fileId, (await this.files.find(fileId))?.scan ?? null);
    }
    return scans;
  }
}
