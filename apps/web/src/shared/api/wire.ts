import type { LawBasis } from '@core/kernel';

/** What crosses the wire. Instants are ISO 8601 UTC with milliseconds, money is a string of fen. */

/** The law behind a limit, as far as the server tells it. */
export interface Citation extends LawBasis {
  readonly quote?: string;
  readonly unverified?: boolean;
  readonly summary?: string;
}

/** The hats a person may wear. */
export type Role =
  | 'bidder'
  | 'tenderer'
  | 'registrar'
  | 'host'
  | 'draw_operator'
  | 'finance'
  | 'system_admin'
  | 'security_admin'
  | 'audit_admin'
  | 'expert'
  | 'supervisor'
  | 'citizen';

/** For whom a person may act, and as what. */
export interface Membership {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly role: Role;
}

/** A signed-in person. */
export interface Session {
  readonly accessToken: string;
  readonly expiresAt: string;
  readonly person: { readonly id: string; readonly name: string; readonly username: string };
  readonly acting: Membership | null;
  readonly memberships: Membership[];
  readonly permissions: string[];
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly totp?: string;
}

/** One place where the person is signed in. */
export interface DeviceSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly device: string;
  readonly current: boolean;
}

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly organisation: string;
  readonly name: string;
  readonly totp?: string;
}

export interface Demo {
  readonly demo: boolean;
  readonly accounts: DemoAccount[];
}

export interface Clock {
  readonly legal: string;
  readonly system: string;
  readonly demo: boolean;
  readonly rate: number;
}

export type TenderState =
  | 'published'
  | 'closed'
  | 'opening'
  | 'evaluation'
  | 'publicity'
  | 'awarded'
  | 'contracted'
  | 'archived'
  | 'failed'
  | 'terminated'
  | 'suspended';

/** A tender as it stands in a list. */
export interface TenderCard {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly tendererName: string;
  readonly regionName: string;
  readonly category: string;
  readonly stage: TenderState;
  readonly publishedAt: string;
  readonly deadline: string;
  readonly openAt: string;
  readonly estimateFen?: string;
  readonly ceilingFen?: string;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

export type StageKey =
  'notice' | 'sign_up' | 'bidding' | 'opening' | 'evaluation' | 'publicity' | 'award' | 'contract';

/** One stage of a tender's life. */
export interface Stage {
  readonly key: StageKey;
  readonly state: 'done' | 'now' | 'later' | 'failed';
  readonly at: string | null;
  /** The earliest lawful moment, while the stage has no date of its own. */
  readonly earliest?: string;
  readonly citation?: Citation;
}

export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly text: string;
}

export interface TenderDocument {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly kind: string;
}

export interface TimelineEntry {
  readonly at: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Candidate {
  readonly rank: number;
  readonly name: string;
  readonly priceFen: string;
  readonly reason?: string;
}

export interface Award {
  readonly name: string;
  readonly priceFen: string;
  readonly at: string;
}

/** A tender with everything the public may know of it now. */
export interface TenderDetail extends TenderCard {
  readonly regime: 'A' | 'B' | 'C' | 'D';
  readonly method: string;
  readonly stages: Stage[];
  readonly notices: Notice[];
  readonly documents: TenderDocument[];
  readonly timeline: TimelineEntry[];
  readonly citations: Citation[];
  readonly openingId?: string;
  readonly drawIds: string[];
  readonly candidates: Candidate[];
  readonly award?: Award;
  readonly ruleSet: { readonly id: string; readonly title: string };
}

/** Something of today that anyone may watch. */
export interface AgendaItem {
  readonly id: string;
  readonly kind: 'opening' | 'draw' | 'quotes';
  readonly title: string;
  readonly at: string;
  readonly state: 'later' | 'live' | 'done';
  readonly category: string;
  readonly place?: string;
  readonly tenderId?: string;
}

export interface Agenda {
  readonly items: AgendaItem[];
  readonly next: { readonly title: string; readonly at: string } | null;
}

export interface Region {
  readonly code: string;
  readonly name: string;
}
