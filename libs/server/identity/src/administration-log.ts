import { Injectable } from '@nestjs/common';
import { LedgerActs } from '@server/ledger';
import { People } from './people.store';

/** What administrators do; each is a record of the log. */
export const ADMINISTRATION_ACTS = [
  'organisation.founded',
  'person.registered',
  'person.appointed',
  'person.dismissed',
  'person.disabled',
  'person.enabled',
  'person.reset',
  'person.erased',
] as const;

/** One of {@link ADMINISTRATION_ACTS}. */
export type AdministrationAct = (typeof ADMINISTRATION_ACTS)[number];

/** An administrator's act, as the audit administrator reads it. */
export interface AdministrationRecord {
  /** Index in the log. */
  readonly index: number;
  readonly type: AdministrationAct;
  /** RFC 3339, whole seconds (tp1 §1.2). */
  readonly at: string;
  /** Name of the administrator. */
  readonly by: string;
  /** Name of the person it was done to; null for organisations. */
  readonly person: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
}

/** The administrators' acts out of the log, newest first: the third administrator's view of the other two. */
@Injectable()
export class AdministrationLog {
  constructor(
    private readonly acts: LedgerActs,
    private readonly people: People,
  ) {}

  /** A page of acts before an index of the log. */
  async page(before: number | null, limit: number): Promise<AdministrationRecord[]> {
    const acts = await this.acts.newest('platform', ADMINISTRATION_ACTS, before, limit);
    const records: AdministrationRecord[] = [];
    for (const { index, record } of acts) {
      if (!record) continue;
      const { by, person, organisation, role } = record.body as Readonly<Record<string, string>>;
      records.push({
        index,
        type: record.type as AdministrationAct,
        at: record.at,
        by: (await this.personName(by)) ?? '',
        person: await this.personName(person),
        organisation: await this.organisationName(organisation),
        role: role ?? null,
      });
    }
    return records;
  }

  private async personName(id: string | undefined): Promise<string | null> {
    return id === undefined ? null : ((await this.people.find(id))?.name ?? null);
  }

  private async organisationName(id: string | undefined): Promise<string | null> {
    return id === undefined ? null : ((await this.people.organisation(id))?.name ?? null);
  }
}
