import { Injectable } from '@nestjs/common';
import { inquiryUntil, type InquiryKind, type InquiryResult } from '@core/enterprise';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, UnitOfWork } from '@server/platform';
import { Enterprises } from './enterprises.store';
import { RegisterClocks } from './register-clocks';
import { RegisterPapers } from './register.store';

/** An inquiry as it is entered. */
export interface InquiryFacts {
  readonly kind: InquiryKind;
  /** Where it was asked: the name of the register, or its address. */
  readonly source: string;
  readonly result: InquiryResult;
  readonly note: string;
  readonly queriedAt: Instant;
  /** What the register answered, as a file of whoever enters it. */
  readonly fileId: string;
}

/** Records what other registers answered about a firm: by a registrar, or by the firm with a registrar's confirmation. */
@Injectable()
export class KeepInquiries {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly enterprises: Enterprises,
    private readonly papers: RegisterPapers,
    private readonly clocks: RegisterClocks,
    private readonly files: OwnFiles,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Records an inquiry. A firm writes about itself only; a registrar's own entry needs no confirmation. */
  async record(actor: Actor, enterpriseId: string, facts: InquiryFacts): Promise<string> {
    return this.unit.run(async () => {
      const byFirm = actor.role === 'bidder';
      if (byFirm && enterpriseId !== actor.organisationId) {
        throw new DomainError('enterprise.not_found');
      }
      await this.enterprises.get(enterpriseId);
      const at = this.arrival.at();
      if (facts.queriedAt > at) throw new DomainError('enterprise.inquiry_in_future');
      await this.files.get(actor, facts.fileId);
      const id = this.ids.next();
      const months = this.clocks.lengthOf('register-inquiry-3m', at, 3);
      await this.papers.addInquiry({
        id,
        enterpriseId,
        ...facts,
        validUntil: inquiryUntil(facts.queriedAt, months),
        givenBy: byFirm ? 'firm' : 'registrar',
        recordedBy: actor.personId,
        recordedAt: at,
        confirmedBy: byFirm ? null : actor.personId,
        confirmedAt: byFirm ? null : at,
      });
      await this.note(actor, 'enterprise.inquired', enterpriseId, id, facts.kind);
      return id;
    });
  }

  /** Confirms what a firm brought, once. */
  async confirm(actor: Actor, id: string): Promise<void> {
    await this.unit.run(async () => {
      const inquiry = await this.papers.inquiry(id);
      if (!inquiry) throw new DomainError('enterprise.inquiry_not_found');
      const confirmed = { confirmedBy: actor.personId, confirmedAt: this.arrival.at() };
      await this.papers.confirmInquiry(id, confirmed);
      await this.note(
        actor,
        'enterprise.inquiry_confirmed',
        inquiry.enterpriseId,
        id,
        inquiry.kind,
      );
    });
  }

  private async note(
    actor: Actor,
    type: string,
    enterprise: string,
    inquiry: string,
    kind: InquiryKind,
  ): Promise<void> {
    await this.ledger.append({
      type,
      scope: 'platform',
      by: actor,
      body: { enterprise, inquiry, kind },
    });
  }
}
