import { Injectable } from '@nestjs/common';
import { isApart, mostCandidates } from '@core/evaluation';
import { Arrival, RuleSets } from '@server/platform';
import type { TenderRow } from '@server/tender';

/** How many of so many valid bids of a lot are recommended at most. */
export type Places = (valid: number) => number;
/** Says how many places the lots of a tender have where its method says so; null: it does not. */
export type FindPlaces = (tender: TenderRow) => Promise<Places | null>;

/** How many candidates a lot has: three where the rule set says so, or what the method of the tender comes to. */
@Injectable()
export class CandidatePlaces {
  private readonly finders: FindPlaces[] = [];

  constructor(
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  /** Adds a method that has its own number of places. */
  limitBy(find: FindPlaces): void {
    this.finders.push(find);
  }

  async of(tender: TenderRow): Promise<Places> {
    for (const find of this.finders) {
      const places = await find(tender);
      if (places !== null) return places;
    }
    // Decided apart, it is the document of the day of publication that counts; that it runs out later changes nothing.
    const on = isApart(tender.plan) ? (tender.publishedAt ?? this.arrival.at()) : this.arrival.at();
    const most = mostCandidates(this.ruleSets.under(tender, on), tender.plan);
    return () => most;
  }
}
