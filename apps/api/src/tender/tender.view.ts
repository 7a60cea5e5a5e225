import { ApiProperty } from '@nestjs/swagger';
import {
  LOWEST_PRICE_PLAN,
  PLAN_KINDS,
  type EvaluationPlan,
  type PlanKind,
} from '@core/evaluation';
import { fenToWire, formatInstant, type Instant } from '@core/kernel';
import type { Actor } from '@core/identity';
import {
  AWARD_APART,
  AWARD_COMMITTEE,
  METHODS,
  REGIMES,
  ruleFor,
  type Method,
  type Rule,
  type UnderLaw,
} from '@core/rules';
import {
  allowedActions,
  LOT_STATES,
  OPENING_MODES,
  TENDER_ACTIONS,
  TENDER_STATES,
  type MethodBasis,
} from '@core/tender';
import {
  toTender,
  type LotRecord,
  type SealingTerms,
  type TenderDocument,
  type TenderRow,
} from '@server/tender';
import { fenOrNull, instantOrNull, RuleView } from '../http/views';
import { TimetableView } from '../project/project.view';
import { DOCUMENT_KINDS } from './tender.dto';

export class DocumentView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: DOCUMENT_KINDS }) kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() name!: string;
  @ApiProperty() size!: number;
  @ApiProperty() sha256!: string;
  @ApiProperty() addedAt!: string;
  /** The document whose place it takes; null: a first version. */
  @ApiProperty({ type: String, nullable: true }) replacesId!: string | null;
  /** The clarification it came with; null: with the notice. */
  @ApiProperty({ type: 'integer', nullable: true }) clarification!: number | null;

  static of(this: void, row: TenderDocument): DocumentView {
    const { id, kind, title, name, size, sha256, replacesId, clarification } = row;
    const addedAt = formatInstant(row.addedAt);
    return { id, kind, title, name, size, sha256, addedAt, replacesId, clarification };
  }
}

class WantedQualificationView {
  @ApiProperty() type!: string;
  @ApiProperty({ type: String, nullable: true }) grade!: string | null;
}

/** A lot, as everybody sees it once the tender is published. */
export class LotView {
  @ApiProperty() number!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: LOT_STATES }) state!: string;
  /** Until when its candidates are published; null: none are. */
  @ApiProperty({ type: String, nullable: true }) publicityUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) ceilingFen!: string | null;
  @ApiProperty() bidBondFen!: string;
  @ApiProperty({ type: WantedQualificationView, nullable: true })
  qualification!: WantedQualificationView | null;

  static of(this: void, row: LotRecord): LotView {
    const { number, title, state, qualification } = row;
    return {
      number,
      title,
      state,
      publicityUntil: instantOrNull(row.publicityUntil),
      ceilingFen: fenOrNull(row.ceiling),
      bidBondFen: fenToWire(row.bidBond),
      qualification: qualification && { ...qualification },
    };
  }
}

/** A lot for its tenderer. */
export class OwnLotView extends LotView {
  @ApiProperty() estimateFen!: string;

  static ofOwn(this: void, row: LotRecord): OwnLotView {
    return { ...LotView.of(row), estimateFen: fenToWire(row.estimate) };
  }
}

/** What belongs to a tender. */
interface TenderParts {
  readonly documents: readonly TenderDocument[];
  readonly documentsGate: Rule | null;
  readonly lots: readonly LotRecord[];
  /** Who must have decided by the place's own document; empty: nobody. */
  readonly decidedBy: string;
  /** What it stands under: since its publication, or now. */
  readonly law: UnderLaw;
}

/** How bids are opened, as it stands in a draft. */
class SealingView {
  @ApiProperty({ enum: OPENING_MODES }) mode!: string;
  @ApiProperty({ type: 'integer' }) t!: number;
  @ApiProperty({ type: 'integer' }) windowSeconds!: number;
  /** Names of the key holders; none yet where a carried-over tender names them again. */
  @ApiProperty({ type: [String] }) holders!: string[];

  static of(this: void, { mode, t, windowSeconds, holders }: SealingTerms): SealingView {
    return { mode, t, windowSeconds, holders: holders.map(({ id }) => id) };
  }
}

class PlanItemView {
  @ApiProperty() id!: string;
  @ApiProperty() title!: string;
  @ApiProperty() points!: string;
}

/** How bids are compared. Numbers are decimal texts; what a formula is, says docs/methods. */
export class PlanView {
  @ApiProperty({ enum: PLAN_KINDS }) kind!: PlanKind;
  @ApiProperty({ type: String, nullable: true }) formula!: string | null;
  /** What the documents state, by key. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  parameters!: Record<string, string>;
  /** The values one of which the hall draws, by key of the coefficient. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
  })
  draw!: Record<string, string[]>;
  /** Points of the price, of 100; null: there is no comprehensive scoring. */
  @ApiProperty({ type: String, nullable: true }) priceWeight!: string | null;
  @ApiProperty({ type: [PlanItemView] }) items!: PlanItemView[];
  /** So many percent below the mean a bidder is asked about the price first; null: where the panel finds it. */
  @ApiProperty({ type: String, nullable: true }) askBelowPercent!: string | null;
  /** The items are scored before the panel knows whose bid it scores. */
  @ApiProperty({ required: false, type: Boolean, enum: [true] }) blind?: true;
  /** The candidates are not ranked; a committee of the tenderer decides. */
  @ApiProperty({ required: false, type: Boolean, enum: [true] }) apart?: true;

  static of(this: void, plan: EvaluationPlan | null): PlanView {
    const { draw, items, parameters, ...rest } = plan ?? LOWEST_PRICE_PLAN;
    return {
      ...rest,
      parameters: { ...parameters },
      draw: Object.fromEntries(Object.entries(draw).map(([key, values]) => [key, [...values]])),
      items: items.map((one) => ({ ...one })),
    };
  }
}

/** The local document by which a panel may leave the award to the tenderer's committee. */
class ApartBasisView {
  @ApiProperty() citation!: string;
  /** How many candidates it lets the panel recommend. */
  @ApiProperty() most!: number;
  /** The fewest members of a committee; null: it does not say. */
  @ApiProperty({ type: Number, nullable: true }) committee!: number | null;

  static of(this: void, { set, regime, on }: UnderLaw): ApartBasisView | null {
    const rule = ruleFor(set, AWARD_APART, regime, on);
    if (!rule) return null;
    const committee = ruleFor(set, AWARD_COMMITTEE, regime, on)?.value ?? null;
    return { citation: rule.citation, most: rule.value ?? 0, committee };
  }
}

/** What a method rests on, as everybody may read it. */
export class MethodBasisView {
  @ApiProperty({ enum: METHODS }) method!: Method;
  @ApiProperty() documentNumber!: string;
  /** Conclusion of the fair competition review of a lottery's local rule. */
  @ApiProperty({ type: String, nullable: true }) fairCompetitionReview!: string | null;
  /** The condition under which an invitation is open. */
  @ApiProperty({ type: String, nullable: true }) condition!: string | null;
  /** Fingerprint of the paper. */
  @ApiProperty() sha256!: string;

  static of(this: void, basis: MethodBasis): MethodBasisView {
    const { method, documentNumber, sha256 } = basis;
    return {
      method,
      documentNumber,
      fairCompetitionReview: basis.method === 'lottery' ? basis.fairCompetitionReview : null,
      condition: basis.method === 'invited_tender' ? basis.condition : null,
      sha256,
    };
  }
}

/** The same for those who write it. */
export class OwnBasisView extends MethodBasisView {
  @ApiProperty() fileId!: string;
}

/** A tender for those who work on it. */
export class TenderView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() projectId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() tendererName!: string;
  /** The agency that runs it for its tenderer; null: none. */
  @ApiProperty({ type: String, nullable: true }) agencyName!: string | null;
  @ApiProperty({ type: String, nullable: true }) unifiedCode!: string | null;
  @ApiProperty() category!: string;
  @ApiProperty() region!: string;
  @ApiProperty({ enum: TENDER_STATES }) state!: string;
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty({ enum: METHODS }) method!: string;
  @ApiProperty() ruleSetId!: string;
  @ApiProperty() estimateFen!: string;
  @ApiProperty({ type: String, nullable: true }) ceilingFen!: string | null;
  @ApiProperty() bidBondFen!: string;
  /** For how long bids bind, days from the deadline; null: it is not said. */
  @ApiProperty({ type: Number, nullable: true }) bidValidityDays!: number | null;
  @ApiProperty({ type: TimetableView, nullable: true }) timetable!: TimetableView | null;
  @ApiProperty({ type: String, nullable: true }) publishedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) suspendedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) publicityUntil!: string | null;
  @ApiProperty({ type: [DocumentView] }) documents!: DocumentView[];
  /** Null: once published the documents are free to everybody, without a sign-up. */
  @ApiProperty({ type: RuleView, nullable: true }) documentsGate!: RuleView | null;
  @ApiProperty({ type: [OwnLotView] }) lots!: OwnLotView[];
  @ApiProperty() consortia!: boolean;
  @ApiProperty({ type: Number, nullable: true }) winLimit!: number | null;
  @ApiProperty({ type: PlanView }) plan!: PlanView;
  /** How its bids are opened; null: not decided yet. */
  @ApiProperty({ type: SealingView, nullable: true }) sealing!: SealingView | null;
  @ApiProperty({ type: OwnBasisView, nullable: true }) basis!: OwnBasisView | null;
  /** Who must have decided before it goes out, by the place's own document; empty: nobody. */
  @ApiProperty() decidedBy!: string;
  /** What lets the award be decided apart here; null: nothing does. */
  @ApiProperty({ type: ApartBasisView, nullable: true }) apartBasis!: ApartBasisView | null;
  /** What its notice begins with, from the earlier call; null: the template. */
  @ApiProperty({ type: String, nullable: true }) noticeText!: string | null;
  @ApiProperty({ enum: TENDER_ACTIONS, isArray: true }) allowedActions!: string[];

  static of(
    this: void,
    row: TenderRow,
    { documents, documentsGate, lots, decidedBy, law }: TenderParts,
    actor: Actor,
    now: Instant,
  ): TenderView {
    const { id, code, projectId, title, tendererName, category, region } = row;
    const { state, regime, method, ruleSetId, timetable } = row;
    return {
      id,
      code,
      projectId,
      title,
      tendererName,
      agencyName: row.agencyName,
      unifiedCode: row.unifiedCode,
      category,
      region,
      state,
      regime,
      method,
      ruleSetId,
      estimateFen: fenToWire(row.estimate),
      ceilingFen: fenOrNull(row.ceiling),
      bidBondFen: fenToWire(row.bidBond),
      bidValidityDays: row.bidValidityDays,
      timetable: timetable ? TimetableView.of(timetable) : null,
      publishedAt: instantOrNull(row.publishedAt),
      suspendedAt: instantOrNull(row.suspendedAt),
      publicityUntil: instantOrNull(row.publicityUntil),
      documents: documents.map(DocumentView.of),
      documentsGate: documentsGate && RuleView.of(documentsGate),
      lots: lots.map(OwnLotView.ofOwn),
      consortia: row.consortia === 1,
      winLimit: row.winLimit,
      plan: PlanView.of(row.plan),
      sealing: row.sealing ? SealingView.of(row.sealing) : null,
      basis: row.basis && { ...MethodBasisView.of(row.basis), fileId: row.basis.fileId },
      decidedBy,
      apartBasis: ApartBasisView.of(law),
      noticeText: row.noticeText,
      allowedActions: [...allowedActions(toTender(row), actor, now, lots)],
    };
  }
}

/** A line of the tenderer's list. */
export class TenderLineView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: TENDER_STATES }) state!: string;
  @ApiProperty({ enum: METHODS }) method!: string;
  @ApiProperty({ type: String, nullable: true }) suspendedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) deadline!: string | null;
  @ApiProperty() createdAt!: string;

  static of(this: void, row: TenderRow): TenderLineView {
    const { id, code, title, state, method } = row;
    return {
      id,
      code,
      title,
      state,
      method,
      suspendedAt: instantOrNull(row.suspendedAt),
      deadline: instantOrNull(row.deadline),
      createdAt: formatInstant(row.createdAt),
    };
  }
}
