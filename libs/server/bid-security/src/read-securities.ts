import { Injectable } from '@nestjs/common';
import { depositInterest, isSameAccount } from '@core/bid-security';
import type { Actor } from '@core/identity';
import type { Fen } from '@core/kernel';
import { legalDate } from '@core/rules';
import { runsTender } from '@core/tender';
import { Openings } from '@server/opening';
import { DomainError, LegalClock } from '@server/platform';
import { Tenders } from '@server/tender';
import { BidSecurities, type BidSecurity } from './bid-securities.store';
import { DepositTerms } from './deposit-terms';
import { FollowCourse, type FollowedSecurity } from './follow-course';

/** A security as it is shown after the opening, with who else paid from one of its accounts: a lead, never a verdict. */
export interface OpenSecurity extends FollowedSecurity {
  readonly sharedWith: readonly string[];
}

/** A security as finance works on it: with what the interest of each payment comes to today; null: no rate is known. */
export interface DeskSecurity extends FollowedSecurity {
  readonly interest: ReadonlyMap<string, Fen | null>;
}

/** Who sees which securities, and when (the secrecy table). */
@Injectable()
export class ReadSecurities {
  constructor(
    private readonly tenders: Tenders,
    private readonly openings: Openings,
    private readonly securities: BidSecurities,
    private readonly course: FollowCourse,
    private readonly terms: DepositTerms,
    private readonly clock: LegalClock,
  ) {}

  /** A firm's own in a tender, always. */
  async own(actor: Actor, tenderId: string): Promise<readonly FollowedSecurity[]> {
    const rows = await this.securities.ofEnterprise(tenderId, actor.organisationId);
    return this.course.of(rows, this.clock.now());
  }

  /** For finance alone: everything that is still there, and the latest of what is over. */
  async desk(): Promise<readonly DeskSecurity[]> {
    const open = await this.securities.open();
    const known = new Set(open.map(({ id }) => id));
    const over = (await this.securities.latest()).filter(({ id }) => !known.has(id));
    return this.withInterest([...open, ...over]);
  }

  /** What is to be given back, for whoever reminds of it. */
  async dueBack(): Promise<readonly FollowedSecurity[]> {
    const open = await this.course.of(await this.securities.open(), this.clock.now());
    return open.filter(({ state }) => state === 'due_back');
  }

  /** One security, for finance. */
  async one(id: string): Promise<DeskSecurity> {
    const [found] = await this.withInterest([await this.securities.get(id)]);
    if (!found) throw new DomainError('bid_security.not_found');
    return found;
  }

  /** Whose code it is, so that finance can compare before it records; throws `bid_security.code_unknown`. */
  async byCode(code: string): Promise<FollowedSecurity> {
    const row = await this.securities.byCode(code);
    if (!row) throw new DomainError('bid_security.code_unknown');
    return this.one(row.id);
  }

  private async withInterest(rows: readonly BidSecurity[]): Promise<readonly DeskSecurity[]> {
    const now = this.clock.now();
    const rates = await this.terms.rates();
    const interest = ({ payments }: FollowedSecurity): ReadonlyMap<string, Fen | null> =>
      new Map(
        payments.map(({ id, sum, arrivedAt }) => {
          const came = depositInterest(sum, legalDate(arrivedAt), legalDate(now), rates);
          return [id, came.ok ? came.value : null];
        }),
      );
    return (await this.course.of(rows, now)).map((one) => ({ ...one, interest: interest(one) }));
  }

  /** Those of a tender after its opening: for whoever runs it, and for the supervisor. */
  async opened(actor: Actor, tenderId: string): Promise<readonly OpenSecurity[]> {
    const tender = await this.tenders.published(tenderId);
    if (actor.role !== 'supervisor' && !runsTender(actor, tender)) {
      throw new DomainError('tender.not_found');
    }
    const all = await this.afterOpening(tenderId);
    return all.map((one) => ({ ...one, sharedWith: sharers(one, all) }));
  }

  /** Those of bids in a tender that was opened, for its panel; who paid is not among what a panel is shown. */
  async afterOpening(tenderId: string): Promise<readonly FollowedSecurity[]> {
    if (!(await this.openings.ofTender(tenderId))) throw new DomainError('bid_security.sealed');
    const followed = await this.course.of(
      await this.securities.ofTender(tenderId),
      this.clock.now(),
    );
    return followed.filter(({ bidId }) => bidId !== null);
  }
}

/** The file of one of these guarantees; throws `request.not_found` where there is none among them. */
export function paperIn(
  securities: readonly FollowedSecurity[],
  is: (one: FollowedSecurity) => boolean,
): string {
  const fileId = securities.find(is)?.row.guaranteeFileId ?? null;
  if (fileId === null) throw new DomainError('request.not_found');
  return fileId;
}

/** The other bidders whose money came from an account this one's came from too. */
function sharers(one: FollowedSecurity, all: readonly FollowedSecurity[]): readonly string[] {
  const names = all
    .filter(({ row }) => row.enterpriseId !== one.row.enterpriseId)
    .filter(({ payments }) =>
      payments.some(({ account }) =>
        one.payments.some((own) => isSameAccount(own.account, account)),
      ),
    )
    .map(({ enterprise }) => enterprise?.name ?? '');
  return [...new Set(names)];
}
