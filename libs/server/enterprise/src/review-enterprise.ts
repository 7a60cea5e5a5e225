import { Injectable } from '@nestjs/common';
import {
  answerEnterprise,
  decideLetter,
  reviewOf,
  type Deficiency,
  type EarlierLetter,
} from '@core/enterprise';
import type { Actor } from '@core/identity';
import { legalDate } from '@core/rules';
import { Ledger } from '@server/ledger';
import { Arrival, Counters, Ids, orRefuse, Outbox, RuleSets, UnitOfWork } from '@server/platform';
import type { EnterpriseRow } from './enterprise.entity';
import {
  columnsOf,
  Enterprises,
  readContent,
  versionInForce,
  workingContentOf,
  type Enterprise,
} from './enterprises.store';
import { RegisterClocks } from './register-clocks';
import { RegisterPapers } from './register.store';

/** The registrar's answer to a version. */
export interface Answer {
  /** Everything that is missing; empty: complete and authentic. */
  readonly missing: readonly Deficiency[];
  /** Why something is asked for only now; needed when it was there at first. */
  readonly reason: string;
}

/** Answers versions: completeness and authenticity, never an approval of who may bid. */
@Injectable()
export class ReviewEnterprise {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly enterprises: Enterprises,
    private readonly papers: RegisterPapers,
    private readonly clocks: RegisterClocks,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly counters: Counters,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Verifies the version that waits, which is in force from now on, or returns it with one letter that names
   * everything. A version before it stays in force when it is returned.
   */
  async answer(actor: Actor, id: string, { missing, reason }: Answer): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.enterprises.lock(id);
      const verdict = orRefuse(answerEnterprise(reviewOf(row), missing));
      const at = this.arrival.at();
      const change =
        verdict === 'verified'
          ? await this.verified(actor, row)
          : await this.returned(actor, row, { missing, reason });
      await this.enterprises.change(id, change);
      await this.enterprises.changeVersion(id, row.version, {
        verdict,
        answeredBy: actor.personId,
        answeredAt: at,
      });
      await this.ledger.append({
        type: `enterprise.${verdict}`,
        scope: 'platform',
        by: actor,
        body: { enterprise: id, version: row.version },
      });
      await this.outbox.add('enterprise.answered', {
        enterpriseId: id,
        version: row.version,
        verdict,
      });
    });
  }

  private async verified(actor: Actor, row: Enterprise): Promise<Partial<EnterpriseRow>> {
    const at = this.arrival.at();
    const first = versionInForce(row) === null;
    const number = row.memberNumber ?? (await this.counters.code('M', legalDate(at).slice(0, 4)));
    return {
      ...columnsOf(workingContentOf(row)),
      ...(first ? { state: 'verified' } : {}),
      pending: null,
      review: null,
      missing: [],
      answerBy: null,
      cureBy: null,
      verifiedVersion: row.version,
      verifiedAt: at,
      verifiedBy: actor.personId,
      memberNumber: number,
    };
  }

  private async returned(
    actor: Actor,
    row: Enterprise,
    { missing, reason }: Answer,
  ): Promise<Partial<EnterpriseRow>> {
    const at = this.arrival.at();
    const late = orRefuse(
      decideLetter(
        await this.earlier(row),
        missing,
        workingContentOf(row),
        reason,
        this.ruleSets.current,
        at,
      ),
    );
    const cureBy = await this.clocks.until('register-cure-15wd', at);
    await this.papers.addLetter({
      id: this.ids.next(),
      enterpriseId: row.id,
      version: row.version,
      number: await this.counters.code('D', legalDate(at).slice(0, 4)),
      items: [...missing],
      late: [...late],
      reason,
      issuedBy: actor.personId,
      issuedAt: at,
      submittedAt: row.submittedAt ?? at,
      answerBy: row.answerBy,
      cureBy,
      fileId: null,
      fingerprint: null,
    });
    const first = versionInForce(row) === null;
    return {
      ...(first ? { state: 'returned' } : { review: 'returned' }),
      missing: missing.map((one) => one.note),
      answerBy: null,
      cureBy,
    };
  }

  /** The letters of this review, oldest first: those since the version in force. */
  private async earlier(row: Enterprise): Promise<EarlierLetter[]> {
    const since = versionInForce(row) ?? 0;
    const letters: EarlierLetter[] = [];
    for (const { version, items } of await this.papers.letters(row.id)) {
      if (version <= since) continue;
      const then = await this.enterprises.version(row.id, version);
      if (then) letters.push({ items, content: readContent(then.content) });
    }
    return letters;
  }
}
