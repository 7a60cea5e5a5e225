import { Injectable } from '@nestjs/common';
import {
  isIdNumber,
  keepContent,
  reviewOf,
  submitEnterprise,
  tidyIdNumber,
  type Attachment,
  type EnterpriseContent,
  type StaffMember,
} from '@core/enterprise';
import type { Actor } from '@core/identity';
import { canonicalize, taggedHashHex } from '@core/kernel';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, orRefuse, PersonalCipher, UnitOfWork } from '@server/platform';
import type { EnterpriseRow } from './enterprise.entity';
import {
  columnsOf,
  contentOf,
  Enterprises,
  versionInForce,
  workingContentOf,
  type Enterprise,
} from './enterprises.store';
import { RegisterClocks } from './register-clocks';

/** A key person as the firm enters him: the identity number once, in clear, and never kept so. */
export interface StaffEdit extends Omit<StaffMember, 'id' | 'idDigest'> {
  /** Of a person who stands in the record already. */
  readonly id?: string;
  /** Needed for a new person; else the digest stays as it is. */
  readonly idNumber?: string;
}

/** What an enterprise may change of itself; its credit code never changes. Lists left out stay as they are. */
export interface EnterpriseEdit extends Omit<
  EnterpriseContent,
  'creditCode' | 'staff' | 'attachments'
> {
  readonly staff?: readonly StaffEdit[];
  readonly attachments?: readonly Omit<Attachment, 'sha256'>[];
}

/** The keyed digest of a citizen identity number: people are found again, numbers are not read back. */
export function idNumberDigest(idNumber: string): string {
  return PersonalCipher.current.digest(`identity-number/${tidyIdNumber(idNumber)}`);
}

/** A firm's own work on its record: edits, and handing in. The version in force is not touched by either. */
@Injectable()
export class KeepEnterprise {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly enterprises: Enterprises,
    private readonly files: OwnFiles,
    private readonly arrival: Arrival,
    private readonly clocks: RegisterClocks,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Saves a draft. What was handed in and not answered yet is thereby taken back. */
  async edit(actor: Actor, edit: EnterpriseEdit): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.enterprises.lock(actor.organisationId);
      if (row.state === 'removed') {
        throw new DomainError('enterprise.wrong_state', { state: row.state });
      }
      const base = workingContentOf(row);
      const { staff, attachments, ...plain } = edit;
      const content = orRefuse(
        keepContent({
          ...plain,
          creditCode: row.creditCode,
          staff: staff ? staff.map((one) => this.member(base, one)) : base.staff,
          attachments: attachments ? await this.filesOf(actor, row, attachments) : base.attachments,
        }),
      );
      await this.enterprises.change(row.id, draftOf(row, content));
    });
  }

  /** Hands the draft in as a new version, and starts the registrar's clock. */
  async submit(actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.enterprises.lock(actor.organisationId);
      const content = workingContentOf(row);
      const review = orRefuse(submitEnterprise(row.state, reviewOf(row), content));
      const at = this.arrival.at();
      const version = row.version + 1;
      const id = this.ids.next();
      const answerBy = await this.clocks.until('register-answer-1wd', at);
      const digest = taggedHashHex('sunlit/enterprise-version', { id, content });
      await this.enterprises.addVersion(
        {
          id,
          enterpriseId: row.id,
          version,
          content: JSON.stringify(content),
          createdAt: at,
          digest,
          submittedBy: actor.personId,
          answerBy,
          verdict: null,
          answeredBy: null,
          answeredAt: null,
        },
        content.staff.map(({ name, role, idDigest }) => ({
          id: this.ids.next(),
          enterpriseId: row.id,
          version,
          idDigest,
          name,
          role,
        })),
      );
      const inForce = versionInForce(row);
      await this.enterprises.change(row.id, {
        ...(inForce === null ? { state: review } : { review }),
        verifiedVersion: inForce,
        version,
        submittedAt: at,
        answerBy,
        cureBy: null,
        missing: [],
      });
      await this.ledger.append({
        type: 'enterprise.submitted',
        scope: 'platform',
        by: actor,
        body: { enterprise: row.id, version, digest },
      });
    });
  }

  private member(base: EnterpriseContent, edit: StaffEdit): StaffMember {
    const { idNumber, id, ...facts } = edit;
    const known = base.staff.find((one) => one.id === id);
    if (idNumber !== undefined && idNumber !== '') {
      if (!isIdNumber(tidyIdNumber(idNumber))) {
        throw new DomainError('enterprise.id_number_invalid', { name: facts.name });
      }
      return { ...facts, id: known?.id ?? this.ids.next(), idDigest: idNumberDigest(idNumber) };
    }
    if (!known) throw new DomainError('enterprise.id_number_missing', { name: facts.name });
    return { ...facts, id: known.id, idDigest: known.idDigest };
  }

  /** Files of the record stay; a new one must be one of the firm's own. */
  private async filesOf(
    actor: Actor,
    row: Enterprise,
    edits: readonly Omit<Attachment, 'sha256'>[],
  ): Promise<Attachment[]> {
    const known = [...contentOf(row).attachments, ...workingContentOf(row).attachments];
    const attachments: Attachment[] = [];
    for (const { fileId, kind, title } of edits) {
      const kept = known.find((one) => one.fileId === fileId);
      const { sha256 } = kept ?? (await this.files.get(actor, fileId));
      attachments.push({ fileId, kind, title, sha256 });
    }
    return attachments;
  }
}

/** How a record looks after an edit: a first record itself, or a change beside the version in force. */
function draftOf(row: Enterprise, content: EnterpriseContent): Partial<EnterpriseRow> {
  if (versionInForce(row) === null) {
    const state = row.state === 'submitted' ? 'draft' : row.state;
    return { ...columnsOf(content), state };
  }
  const same = canonicalize(contentOf(row)) === canonicalize(content);
  if (same) return { pending: null, review: null, missing: [] };
  const review = row.review === 'returned' ? 'returned' : 'draft';
  return { pending: JSON.stringify(content), review };
}
