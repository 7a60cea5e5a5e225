import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import { bandFor, legalDate, type LocalBand, type ProcedureFacts } from '@core/rules';
import { People } from '@server/identity';
import { ProcedureTables, tableOf } from './procedures.store';

/** How far up a place is looked for: village, township, county, and one more. */
const LEVELS = 4;

/** Says which band of whose document a purchase falls into. */
@Injectable()
export class FindProcedure {
  constructor(
    private readonly people: People,
    private readonly tables: ProcedureTables,
  ) {}

  /** The band that decided at `at` for a purchase of this organisation: its own table first, then those above it. */
  async bandOf(
    organisationId: string,
    facts: ProcedureFacts,
    at: Instant,
  ): Promise<LocalBand | null> {
    if (facts.regime === 'A' || facts.regime === 'B') return null;
    const line = await this.lineOf(organisationId);
    const kept = await this.tables.decidingAt(line, at);
    const places = line.map((id) => kept.filter((one) => one.organisationId === id).map(tableOf));
    return bandFor(places, facts, legalDate(at));
  }

  /** An organisation and those above it, itself first. */
  async lineOf(organisationId: string): Promise<readonly string[]> {
    const line: string[] = [];
    let next: string | null = organisationId;
    while (next !== null && line.length < LEVELS) {
      line.push(next);
      next = (await this.people.organisation(next))?.parentId ?? null;
    }
    return line;
  }
}
