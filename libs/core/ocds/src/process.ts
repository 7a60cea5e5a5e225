import type { Fen, Instant } from '@core/kernel';
import type { Method, ProjectKind, Timetable } from '@core/rules';

/** An organisation that takes part. */
export interface PartyFacts {
  /** Unified social credit code; null where a body has none. */
  readonly creditCode: string | null;
  readonly name: string;
}

/** A file handed out with a tender. */
export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  /** File name, for its type. */
  readonly name: string;
  /** Of the file; of the tender's page where the file is for those who signed up. */
  readonly url: string;
  readonly addedAt: Instant;
  /** Who may take it, where that is not everybody. */
  readonly access?: string;
}

/** A lot (标段) of a tender that was divided. */
export interface LotFacts {
  readonly number: number;
  readonly title: string;
  readonly ceiling: Fen | null;
}

/** A published notice: every one of them is a release. */
export interface NoticeFacts {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  /** The lot it is about; null: the whole tender. */
  readonly lot: number | null;
  /** Whether the notice is a PDF (otherwise a page). */
  readonly isPdf: boolean;
  readonly publishedAt: Instant;
}

/** A clarification that may have moved the deadline. */
export interface AmendmentFacts {
  readonly previousDeadline: Instant;
  readonly deadline: Instant;
  readonly publishedAt: Instant;
}

/** A question that was answered. Who asked it is never said. */
export interface EnquiryFacts {
  readonly id: string;
  readonly text: string;
  readonly answer: string;
  readonly answeredAt: Instant;
}

/** A bid as it was opened and read out. */
export interface BidFacts {
  readonly id: string;
  readonly lot: number;
  readonly enterpriseId: string;
  readonly party: PartyFacts;
  /** The names of the other members of a consortium. */
  readonly members: readonly string[];
  /** Null where no price was read out. */
  readonly price: Fen | null;
  /** Could not be opened. */
  readonly isVoid: boolean;
}

/** A ranked candidate as published. */
export interface CandidateFacts {
  readonly id: string;
  readonly lot: number;
  readonly enterpriseId: string;
  readonly party: PartyFacts;
  /** Null where candidates are not ranked. */
  readonly rank: number | null;
  readonly price: Fen | null;
  /** When the candidate was left out after an upheld objection; null: it was not. */
  readonly passedOverAt: Instant | null;
}

/** The award of a lot as published; a lot whose award became void may have another one later. */
export interface AwardFacts {
  /** Of the award; a void one is a release of its own under it. */
  readonly id: string;
  readonly lot: number;
  readonly enterpriseId: string;
  readonly party: PartyFacts;
  readonly price: Fen | null;
  readonly awardedAt: Instant;
  /** When it became void after an upheld query; null: it stands. */
  readonly voidedAt: Instant | null;
}

/** A contract both sides have signed, with what they agreed on later. */
export interface ContractFacts {
  readonly lot: number;
  readonly number: string;
  readonly title: string;
  readonly price: Fen;
  readonly durationDays: number;
  readonly signedAt: Instant;
  /** What changes added, in fen, and when they were agreed. */
  readonly changes: readonly {
    readonly id: string;
    readonly reason: string;
    readonly priceBy: number;
    readonly daysBy: number;
    readonly agreedAt: Instant;
  }[];
  readonly payments: readonly {
    readonly id: string;
    readonly sum: Fen;
    readonly paidAt: Instant;
    readonly recordedAt: Instant;
  }[];
  /** When the works were accepted; null: they are not. */
  readonly acceptedAt: Instant | null;
}

/** A finished draw. */
export interface DrawFacts {
  readonly id: string;
  /** Its name in the log. */
  readonly drawId: string;
  readonly purpose: string;
  readonly attempt: number;
  readonly source: string;
  readonly poolSize: number;
  readonly seed: string;
  /** What was drawn: values of a public pool, or row numbers of one disclosed later. */
  readonly outcome: readonly string[];
  readonly url: string;
  readonly drawnAt: Instant;
}

/**
 * Everything public about one contracting process, as rows know it. Whoever fills this in hands over what is public
 * at that moment and nothing else: hall facts only after the hall has closed, candidates only as published.
 */
export interface ProcessFacts {
  readonly ocid: string;
  readonly tender: {
    readonly code: string;
    readonly title: string;
    readonly category: string;
    readonly region: string;
    readonly kind: ProjectKind;
    readonly method: Method;
    readonly ceiling: Fen | null;
    readonly bidBond: Fen;
    readonly timetable: Timetable | null;
    readonly deadline: Instant | null;
    readonly ruleSetId: string;
    readonly url: string;
  };
  readonly tenderer: PartyFacts;
  /** The agency that runs it for the tenderer (招标代理机构); null: the tenderer runs it itself. */
  readonly agency: PartyFacts | null;
  /** The failed process this one calls again. */
  readonly previous: { readonly ocid: string; readonly title: string } | null;
  /** Empty where the tender was not divided. */
  readonly lots: readonly LotFacts[];
  readonly documents: readonly DocumentFacts[];
  readonly notices: readonly NoticeFacts[];
  readonly amendments: readonly AmendmentFacts[];
  readonly enquiries: readonly EnquiryFacts[];
  readonly hall: { readonly openedAt: Instant; readonly bids: readonly BidFacts[] } | null;
  readonly candidates: readonly CandidateFacts[];
  readonly awards: readonly AwardFacts[];
  readonly contracts: readonly ContractFacts[];
  readonly draws: readonly DrawFacts[];
}
