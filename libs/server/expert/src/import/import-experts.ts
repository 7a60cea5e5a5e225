import { Injectable } from '@nestjs/common';
import { isIdNumber, tidyIdNumber } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { readExpertSheet, type ExpertRowContent, type ExpertSheetReading } from '@core/panel';
import { idNumberDigest, invitationDigest } from '@server/enterprise';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  FileStore,
  Ids,
  orRefuse,
  Randomness,
  readCells,
  UnitOfWork,
  violates,
  type StoredFile,
} from '@server/platform';
import { ExpertApplications } from '../admission/applications.store';
import { ExpertTerms } from '../expert-terms';
import { ExpertPool } from '../experts.store';
import { ExpertHistory } from '../record/expert-history';
import { ExpertImportRow } from './import.entity';

/** A sheet as it was read: what would be taken over, and every fault. */
export interface ExpertImportReport extends ExpertSheetReading {
  readonly sha256: string;
}

/** Somebody who was taken over, with the code by which he takes his application over. */
export interface ExpertInvitation {
  readonly line: number;
  readonly name: string;
  readonly employer: string;
  /** Shown this once; only its digest is kept. */
  readonly code: string;
}

/**
 * Takes experts over from a sheet as drafts that wait for their person: a sheet proves nothing, so nobody is appointed by it.
 * Each gets an invitation, with which he makes his account, sends his papers and hands the application in.
 */
@Injectable()
export class ImportExperts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly files: OwnFiles,
    private readonly stored: FileStore,
    private readonly applications: ExpertApplications,
    private readonly pool: ExpertPool,
    private readonly history: ExpertHistory,
    private readonly terms: ExpertTerms,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
  ) {}

  /** Reads the sheet and changes nothing. The report's digest is what a commit asks for. */
  async dryRun(actor: Actor, fileId: string): Promise<ExpertImportReport> {
    const file = await this.files.get(actor, fileId);
    return { ...(await this.read(file)), sha256: file.sha256 };
  }

  /** Takes over every row without a fault of the very file that was reported on; the same file once. */
  async commit(actor: Actor, fileId: string, sha256: string): Promise<readonly ExpertInvitation[]> {
    const file = await this.files.get(actor, fileId);
    if (file.sha256 !== sha256) throw new DomainError('import.other_file');
    const { rows, faults } = await this.read(file);
    if (rows.length === 0) throw new DomainError('import.nothing_valid', { faults: faults.length });
    const lines = rows.length + new Set(faults.map((one) => one.line)).size;
    try {
      return await this.unit.run(async () => {
        await this.unit.manager.getRepository(ExpertImportRow).insert({
          id: this.ids.next(),
          sha256,
          fileName: file.name,
          rows: lines,
          taken: rows.length,
          importedBy: actor.personId,
          importedAt: this.arrival.at(),
        });
        const invitations: ExpertInvitation[] = [];
        for (const { line, content } of rows) {
          invitations.push({ line, ...(await this.take(actor, content)) });
        }
        await this.ledger.append({
          type: 'expert.sheet_imported',
          scope: 'platform',
          by: actor,
          body: { file: sha256, rows: lines, taken: rows.length },
        });
        return invitations;
      });
    } catch (error) {
      if (violates(error, 'uq_expert_import_file', 'expert_import', ['sha256'])) {
        throw new DomainError('import.done_already');
      }
      throw error;
    }
  }

  private async take(
    actor: Actor,
    { idNumber, content }: ExpertRowContent,
  ): Promise<Omit<ExpertInvitation, 'line'>> {
    const code = this.randomness.code('X');
    const idDigest = idNumberDigest(idNumber);
    const expertId = this.ids.next();
    const at = this.arrival.at();
    await this.applications.add({
      id: this.ids.next(),
      expertId,
      personId: null,
      state: 'draft',
      content: JSON.stringify({ ...content, idDigest }),
      idDigest,
      createdAt: at,
      appliedAt: null,
      digest: null,
      missing: null,
      publishedAt: null,
      publicityUntil: null,
      decidedAt: null,
      announcedUntil: null,
      invitation: invitationDigest(code),
    });
    await this.history.add(actor, { expertId, step: 'imported', at });
    const { name, employer } = content;
    return { name, employer, code };
  }

  private async read(file: StoredFile): Promise<ExpertSheetReading> {
    const cells = await readCells(await this.stored.bytes(file));
    const at = this.arrival.at();
    const numbers = cells.flatMap((row) => row.slice(0, MOST_CELLS).map(tidyIdNumber));
    const known = new Set<string>();
    for (const number of new Set(numbers.filter(isIdNumber))) {
      if (await this.isKnown(idNumberDigest(number))) known.add(number);
    }
    return orRefuse(readExpertSheet(cells, known, this.terms.at(at), at));
  }

  private async isKnown(idDigest: string): Promise<boolean> {
    return (
      (await this.pool.byDigest(idDigest)).length > 0 ||
      (await this.applications.sameNumber(idDigest, '')).length > 0
    );
  }
}

/** Cells of a row in which a number is looked for: more than the sheet has columns. */
const MOST_CELLS = 24;
