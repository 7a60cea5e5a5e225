import { Injectable } from '@nestjs/common';
import { lawFrom, violationUntil, type PerformanceGrade } from '@core/enterprise';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, RuleSets, UnitOfWork, violates } from '@server/platform';
import { Enterprises } from './enterprises.store';
import { RegisterPapers } from './register.store';

/** A violation as a supervising authority enters it. */
export interface ViolationFacts {
  readonly title: string;
  /** The decision's own number. */
  readonly number: string;
  readonly decidedAt: Instant;
  /** End of the restriction the decision imposes; null: none. */
  readonly restrictedUntil: Instant | null;
}

/** An award as it enters a credit record. */
export interface AwardFacts {
  readonly tenderId: string;
  readonly code: string;
  readonly title: string;
  readonly tenderer: string;
  readonly awardedAt: Instant;
}

/** A review of performance as it enters a credit record. */
export interface PerformanceEntry extends Omit<AwardFacts, 'awardedAt'> {
  readonly grade: PerformanceGrade;
  readonly at: Instant;
}

/** The credit record: awards come by themselves, violations from a supervising authority, nothing is ever deleted. */
@Injectable()
export class KeepCredit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly enterprises: Enterprises,
    private readonly papers: RegisterPapers,
    private readonly people: People,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Enters a violation; it is public at once, until the rule set says. The same decision is entered once. */
  async recordViolation(
    actor: Actor,
    enterpriseId: string,
    facts: ViolationFacts,
  ): Promise<string> {
    this.onlyAuthority(actor);
    const { number, decidedAt, restrictedUntil } = facts;
    try {
      return await this.unit.run(async () => {
        await this.enterprises.lock(enterpriseId);
        const at = this.arrival.at();
        if (decidedAt > at) throw new DomainError('enterprise.decision_in_future');
        const set = this.ruleSets.current;
        const id = this.ids.next();
        const authority = (await this.people.organisation(actor.organisationId))?.name ?? '';
        await this.papers.addCredit({
          ...EMPTY,
          id,
          enterpriseId,
          kind: 'violation',
          ...facts,
          authority,
          publishedAt: at,
          expiresAt: violationUntil(set, at, restrictedUntil),
          ruleId: lawFrom(set, 'vr-display-6m', at)?.ruleId ?? null,
          enteredBy: actor.personId,
        });
        await this.ledger.append({
          type: 'enterprise.violation_recorded',
          scope: 'platform',
          by: actor,
          body: { enterprise: enterpriseId, entry: id, number, authority },
        });
        return id;
      });
    } catch (error) {
      const columns = ['enterpriseId', 'kind', 'number'];
      if (violates(error, 'uq_enterprise_credit_number', 'enterprise_credit', columns)) {
        throw new DomainError('enterprise.credit_known', { number });
      }
      throw error;
    }
  }

  /** Takes an entry off the public page, with the reason; it stays in the history. */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    this.onlyAuthority(actor);
    await this.unit.run(async () => {
      const entry = await this.papers.creditEntry(id);
      if (entry?.kind !== 'violation') throw new DomainError('enterprise.credit_not_found');
      await this.papers.withdrawCredit(id, {
        withdrawnAt: this.arrival.at(),
        withdrawnBy: actor.personId,
        withdrawnReason: reason,
      });
      await this.ledger.append({
        type: 'enterprise.violation_withdrawn',
        scope: 'platform',
        by: actor,
        body: { enterprise: entry.enterpriseId, entry: id, number: entry.number },
      });
    });
  }

  /** Enters an award in the present unit; a repeat changes nothing. */
  async recordAward(enterpriseId: string, award: AwardFacts): Promise<void> {
    const { tenderId, code, title, tenderer, awardedAt } = award;
    const known = await this.papers.credit(enterpriseId);
    if (known.some((entry) => entry.kind === 'award' && entry.number === code)) return;
    await this.papers.addCredit({
      ...EMPTY,
      id: this.ids.next(),
      enterpriseId,
      kind: 'award',
      title,
      number: code,
      authority: tenderer.slice(0, 120),
      tenderId,
      decidedAt: awardedAt,
      publishedAt: awardedAt,
    });
  }

  /** Takes an award that became void off the public page, in the present unit; it stays in the history. */
  async withdrawAward(enterpriseId: string, number: string): Promise<void> {
    const entry = (await this.papers.credit(enterpriseId)).find(
      (one) => one.kind === 'award' && one.number === number && one.withdrawnAt === null,
    );
    if (!entry) return;
    await this.papers.withdrawCredit(entry.id, {
      withdrawnAt: this.arrival.at(),
      withdrawnBy: 'platform',
      withdrawnReason: '中标无效',
    });
  }

  /** Enters how the work of an award was done, by the tenderer's word, in the present unit. */
  async recordPerformance(enterpriseId: string, facts: PerformanceEntry): Promise<void> {
    const { tenderId, code, title, tenderer, grade, at } = facts;
    await this.papers.addCredit({
      ...EMPTY,
      id: this.ids.next(),
      enterpriseId,
      kind: 'performance',
      title,
      number: code,
      authority: tenderer.slice(0, 120),
      grade,
      tenderId,
      decidedAt: at,
      publishedAt: at,
    });
  }

  private onlyAuthority(actor: Actor): void {
    if (actor.organisationKind === 'authority') return;
    const law = lawFrom(this.ruleSets.current, 'center-no-admin-power', this.arrival.at());
    throw new DomainError('enterprise.authority_only', {}, law);
  }
}

const EMPTY = {
  grade: null,
  tenderId: null,
  restrictedUntil: null,
  expiresAt: null,
  ruleId: null,
  enteredBy: null,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnReason: null,
} as const;
