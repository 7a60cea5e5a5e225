import { Injectable } from '@nestjs/common';
import { readSheet, SHEET_COLUMNS, type SheetReading } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { Accounts, OwnFiles } from '@server/identity';
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
import { columnsOf, Enterprises } from '../enterprises.store';
import { invitationDigest } from '../register-enterprise';
import { RegisterPapers } from '../register.store';

/** A sheet as it was read: what would be taken over, and every fault. */
export interface ImportReport extends SheetReading {
  readonly sha256: string;
}

/** A firm that was taken over, with the code by which it takes its record over. */
export interface Invitation {
  readonly line: number;
  readonly creditCode: string;
  readonly name: string;
  /** Shown this once; only its digest is kept. */
  readonly code: string;
}

/**
 * Takes firms over from a sheet as drafts that wait for their firm: a sheet proves nothing, so nobody is verified by
 * it. Each gets an invitation, with which the firm makes its account, completes its record and hands it in.
 */
@Injectable()
export class ImportEnterprises {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly files: OwnFiles,
    private readonly stored: FileStore,
    private readonly accounts: Accounts,
    private readonly enterprises: Enterprises,
    private readonly papers: RegisterPapers,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
  ) {}

  /** Reads the sheet and changes nothing. The report's digest is what a commit asks for. */
  async dryRun(actor: Actor, fileId: string): Promise<ImportReport> {
    const file = await this.files.get(actor, fileId);
    return { ...(await this.read(file)), sha256: file.sha256 };
  }

  /** Takes over every row without a fault of the very file that was reported on; the same file once. */
  async commit(actor: Actor, fileId: string, sha256: string): Promise<readonly Invitation[]> {
    const file = await this.files.get(actor, fileId);
    if (file.sha256 !== sha256) throw new DomainError('import.other_file');
    const { rows, faults } = await this.read(file);
    if (rows.length === 0) throw new DomainError('import.nothing_valid', { faults: faults.length });
    const lines = rows.length + new Set(faults.map((one) => one.line)).size;
    try {
      return await this.unit.run(async () => {
        await this.papers.addImport({
          id: this.ids.next(),
          sha256,
          fileName: file.name,
          rows: lines,
          taken: rows.length,
          importedBy: actor.personId,
          importedAt: this.arrival.at(),
        });
        const invitations: Invitation[] = [];
        for (const { line, content } of rows) {
          const { creditCode, name, contactName } = content;
          const code = this.randomness.code('I');
          const id = await this.accounts.found({ kind: 'enterprise', name, creditCode });
          await this.enterprises.begin(id, {
            ...columnsOf(content),
            creditCode,
            name,
            contactName,
            source: 'import',
            invitation: invitationDigest(code),
          });
          invitations.push({ line, creditCode, name, code });
        }
        await this.ledger.append({
          type: 'enterprise.imported',
          scope: 'platform',
          by: actor,
          body: { file: sha256, rows: lines, taken: rows.length },
        });
        return invitations;
      });
    } catch (error) {
      if (violates(error, 'uq_enterprise_import_file', 'enterprise_import', ['sha256'])) {
        throw new DomainError('import.done_already');
      }
      if (violates(error, 'uq_enterprise_credit_code', 'enterprise', ['creditCode'])) {
        throw new DomainError('import.other_file');
      }
      throw error;
    }
  }

  private async read(file: StoredFile): Promise<SheetReading> {
    const cells = await readCells(await this.stored.bytes(file));
    const codes = cells.flatMap((row) =>
      row
        .slice(0, SHEET_COLUMNS.length * 2)
        .map((cell) => cell.replace(/[\s-]/g, '').toUpperCase()),
    );
    const likely = [...new Set(codes.filter((code) => /^[0-9A-Z]{18}$/.test(code)))];
    return orRefuse(readSheet(cells, await this.enterprises.knownCodes(likely)));
  }
}
