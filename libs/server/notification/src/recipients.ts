import { Injectable } from '@nestjs/common';
import { Awards } from '@server/award';
import { Lotteries } from '@server/contractor-pool';
import { People } from '@server/identity';
import { Openings } from '@server/opening';
import { Consortia, SignUps } from '@server/sign-up';
import { Tenders } from '@server/tender';

/** Finds the people of whoever is meant: a tender's participants, those who follow it, its tenderer. */
@Injectable()
export class Recipients {
  constructor(
    private readonly people: People,
    private readonly tenders: Tenders,
    private readonly signUps: SignUps,
    private readonly consortia: Consortia,
    private readonly lotteries: Lotteries,
    private readonly openings: Openings,
    private readonly awards: Awards,
  ) {}

  /** The people who act in this role for these organisations. */
  async members(
    role: 'bidder' | 'tenderer',
    organisationIds: readonly string[],
  ): Promise<string[]> {
    const held = await Promise.all(
      organisationIds.map((organisation) => this.people.holders(role, organisation)),
    );
    return held.flat().map((one) => one.personId);
  }

  /** The people of the tenderer, and of the agency that runs the tender for it. */
  async ofTenderer(tenderId: string): Promise<string[]> {
    const { tendererId, agencyId } = await this.tenders.get(tenderId);
    return this.members('tenderer', agencyId === null ? [tendererId] : [tendererId, agencyId]);
  }

  /** Who signed up, and who took a document under his own name. */
  async concerned(tenderId: string): Promise<string[]> {
    const firms = await this.signedUp(tenderId, null);
    for (const firm of await this.signUps.downloaders(tenderId)) firms.add(firm);
    return this.members('bidder', [...firms]);
  }

  /**
   * Everybody who takes part in whatever way, in these lots or any: who signed up, with the members of his consortium; whose bid
   * was in the hall, signed up or not; who confirmed for a lottery; who was chosen. Bids count from the opening on.
   */
  async participants(tenderId: string, lots: readonly number[] | null = null): Promise<string[]> {
    const counts = ({ lot }: { readonly lot: number }): boolean => lots?.includes(lot) ?? true;
    const firms = await this.signedUp(tenderId, lots);
    const opening = await this.openings.ofTender(tenderId);
    const bids = opening ? (await this.openings.hall(opening.id)).bids : [];
    for (const { bidderId } of bids.filter(counts)) firms.add(bidderId);
    for (const one of await this.lotteries.participations(tenderId)) firms.add(one.enterpriseId);
    for (const one of (await this.awards.candidates(tenderId)).filter(counts)) {
      firms.add(one.enterpriseId);
    }
    return this.members('bidder', [...firms]);
  }

  private async signedUp(tenderId: string, lots: readonly number[] | null): Promise<Set<string>> {
    const firms = new Set<string>();
    for (const { lot, enterpriseId, consortiumId } of await this.signUps.ofTender(tenderId)) {
      if (lots && !lots.includes(lot)) continue;
      firms.add(enterpriseId);
      if (consortiumId === null) continue;
      for (const member of await this.consortia.members(consortiumId)) {
        firms.add(member.enterpriseId);
      }
    }
    return firms;
  }
}
