import { randomUUID } from 'node:crypto';
import type { Actor, OrganisationKind, Role } from '@core/identity';
import { DAY, fen, type Instant } from '@core/kernel';
import { NATIONAL_2024 } from '@core/rules';
import type { TenderRow } from '@server/tender';

/** Somebody acting in a role for an organisation. */
export function anActor(
  role: Role,
  organisationId: string = randomUUID(),
  organisationKind: OrganisationKind = 'centre',
): Actor {
  return { personId: randomUUID(), organisationId, organisationKind, role, from: null };
}

/** A published open tender of regime C, to be added to the store by tests of what comes later. */
export function aTenderRow(now: Instant, change: Partial<TenderRow> = {}): TenderRow {
  const deadline = now + 7 * DAY;
  return {
    id: randomUUID(),
    code: `T2026-${String(Math.floor(Math.random() * 9000) + 1000)}`,
    projectId: randomUUID(),
    tendererId: randomUUID(),
    tendererName: '青禾县柳河镇人民政府',
    agencyId: null,
    agencyName: null,
    unifiedCode: null,
    title: '柳河镇农村道路硬化工程',
    category: 'road',
    region: '柳河镇',
    kind: 'works',
    state: 'published',
    version: 1,
    regime: 'C',
    method: 'open_tender',
    ruleSetId: NATIONAL_2024.id,
    ruleSetHash: NATIONAL_2024.hash,
    estimate: fen(180_000_000),
    ceiling: fen(178_000_000),
    bidBond: fen(0),
    bidValidityDays: null,
    timetable: {
      publishAt: now,
      documentsUntil: deadline,
      clarifyUntil: now,
      objectUntil: now,
      deadline,
      openAt: deadline,
    },
    basis: null,
    sealing: null,
    plan: null,
    publishedAt: now,
    deadline,
    publicityUntil: null,
    consortia: 0,
    winLimit: null,
    suspendedAt: null,
    settledAt: null,
    createdAt: now,
    noticeText: null,
    ...change,
  };
}
