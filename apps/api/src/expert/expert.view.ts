import { ApiProperty } from '@nestjs/swagger';
import { formatInstant, type Instant } from '@core/kernel';
import {
  APPLICATION_STATES,
  EXPERT_PAPERS,
  EXPERT_STANDINGS,
  lacksOf,
  POOL_TERM_KEYS,
  TERM_ORIGINS,
  TITLE_LEVELS,
  type ExpertContent,
  type ExpertPoolTerms,
} from '@core/panel';
import { RULE_UNITS } from '@core/rules';
import {
  applicationContent,
  EXPERT_STEPS,
  type ExpertApplication,
  type ExpertDesk,
  type ExpertDossier,
  type ExpertObjection,
  type ExpertStepRecord,
  type PublishedAdmission,
  type StandingExpert,
} from '@server/expert';
import { SCAN_STATES } from '@server/platform';
import { instantOrNull } from '../http/views';

export class SpecialtyView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['works', 'goods', 'services'] }) branch!: string;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

/** One term of the pool, with where it is written. */
export class PoolTermView {
  @ApiProperty({ enum: POOL_TERM_KEYS }) key!: string;
  @ApiProperty() value!: number;
  @ApiProperty({ enum: RULE_UNITS }) unit!: string;
  @ApiProperty() ruleId!: string;
  @ApiProperty() citation!: string;
  /** `law`: applies here; `model`: another place's rule as the default; `own`: the pool's own document. */
  @ApiProperty({ enum: TERM_ORIGINS }) origin!: string;

  static all(this: void, terms: ExpertPoolTerms): PoolTermView[] {
    return POOL_TERM_KEYS.map((one) => {
      const { key, value, unit, ruleId, citation, origin } = terms[one];
      return { key, value, unit, ruleId, citation, origin };
    });
  }
}

class ExpertWorkView {
  @ApiProperty() specialty!: string;
  @ApiProperty() name!: string;
  @ApiProperty() role!: string;
  @ApiProperty() year!: number;
}

class ExpertPaperView {
  @ApiProperty() fileId!: string;
  @ApiProperty({ enum: EXPERT_PAPERS }) kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() sha256!: string;
}

/** What an applicant says; the identity number is never shown, only that it was given. */
export class ExpertContentView {
  @ApiProperty() name!: string;
  @ApiProperty() hasIdNumber!: boolean;
  @ApiProperty() bornOn!: string;
  @ApiProperty() phone!: string;
  @ApiProperty() employer!: string;
  @ApiProperty() employerCode!: string;
  @ApiProperty() region!: string;
  @ApiProperty() education!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: TITLE_LEVELS }) titleLevel!: string;
  @ApiProperty() levelReason!: string;
  @ApiProperty() fieldSince!: string;
  @ApiProperty({ type: [String] }) specialties!: string[];
  @ApiProperty({ type: [ExpertWorkView] }) works!: ExpertWorkView[];
  @ApiProperty({ type: [String] }) recusals!: string[];
  @ApiProperty({ type: [ExpertPaperView] }) papers!: ExpertPaperView[];
  @ApiProperty({ type: [String] }) lacks!: string[];

  static of(this: void, content: ExpertContent): ExpertContentView {
    const { idDigest, specialties, works, recusals, papers, ...plain } = content;
    return {
      ...plain,
      hasIdNumber: idDigest !== '',
      specialties: [...specialties],
      works: works.map((one) => ({ ...one })),
      recusals: [...recusals],
      papers: papers.map((one) => ({ ...one })),
      lacks: [...lacksOf(content)],
    };
  }
}

export class ExpertApplicationView {
  @ApiProperty() id!: string;
  @ApiProperty() expertId!: string;
  @ApiProperty({ enum: APPLICATION_STATES }) state!: string;
  @ApiProperty() name!: string;
  @ApiProperty() employer!: string;
  @ApiProperty({ type: [String] }) specialties!: string[];
  @ApiProperty({ type: [String] }) missing!: string[];
  @ApiProperty({ type: String, nullable: true }) appliedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) publicityUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) digest!: string | null;

  static of(this: void, row: ExpertApplication): ExpertApplicationView {
    const { id, expertId, state, digest } = row;
    const { name, employer, specialties } = applicationContent(row);
    return {
      id,
      expertId,
      state,
      name,
      employer,
      digest,
      specialties: [...specialties],
      missing: [...(row.missing ?? [])],
      appliedAt: instantOrNull(row.appliedAt),
      publicityUntil: instantOrNull(row.publicityUntil),
      decidedAt: instantOrNull(row.decidedAt),
    };
  }
}

/** Somebody in the pool. */
export class PoolExpertView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() employer!: string;
  @ApiProperty() employerCode!: string;
  @ApiProperty() region!: string;
  @ApiProperty() title!: string;
  @ApiProperty() phone!: string;
  @ApiProperty({ type: [String] }) specialties!: string[];
  @ApiProperty({ type: [String] }) recusals!: string[];
  @ApiProperty({ enum: EXPERT_STANDINGS }) standing!: string;
  @ApiProperty({ type: String, nullable: true }) termFrom!: string | null;
  @ApiProperty() termUntil!: string;
  @ApiProperty({ type: String, nullable: true }) pausedFrom!: string | null;
  @ApiProperty({ type: String, nullable: true }) pausedUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) bannedUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) reviewDueAt!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) reviewPassed!: boolean | null;

  static of(this: void, { expert, standing }: StandingExpert): PoolExpertView {
    const { id, name, employer, employerCode, region, title, phone, specialties, recusals } =
      expert;
    return {
      id,
      name,
      employer,
      employerCode,
      region,
      title,
      phone,
      standing,
      specialties: [...specialties],
      recusals: [...recusals],
      termFrom: instantOrNull(expert.termFrom),
      termUntil: formatInstant(expert.termUntil),
      pausedFrom: instantOrNull(expert.pausedFrom),
      pausedUntil: instantOrNull(expert.pausedUntil),
      bannedUntil: instantOrNull(expert.bannedUntil),
      reviewDueAt: instantOrNull(expert.reviewDueAt),
      reviewPassed: expert.reviewPassed === null ? null : expert.reviewPassed === 1,
    };
  }
}

/** One step in the life of an expert. */
export class ExpertStepView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: EXPERT_STEPS }) step!: string;
  @ApiProperty() at!: string;
  @ApiProperty() by!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) number!: string | null;
  @ApiProperty({ type: String, nullable: true }) ground!: string | null;
  @ApiProperty({ type: String, nullable: true }) from!: string | null;
  @ApiProperty({ type: String, nullable: true }) until!: string | null;
  @ApiProperty({ type: Number, nullable: true }) score!: number | null;
  @ApiProperty({ type: Boolean, nullable: true }) passed!: boolean | null;
  @ApiProperty({ type: String, nullable: true }) fileId!: string | null;
  /** Stands in the log beside the expert's id. */
  @ApiProperty() digest!: string;

  static of(this: void, row: ExpertStepRecord): ExpertStepView {
    const { id, step, by, text, number, ground, score, passed, fileId, digest } = row;
    return {
      id,
      step,
      by,
      text,
      number,
      ground,
      score,
      fileId,
      digest,
      passed: passed === null ? null : passed === 1,
      at: formatInstant(row.at),
      from: instantOrNull(row.fromAt),
      until: instantOrNull(row.untilAt),
    };
  }
}

class ExpertObjectionView {
  @ApiProperty() id!: string;
  @ApiProperty() by!: string;
  @ApiProperty() text!: string;
  @ApiProperty() filedAt!: string;
  @ApiProperty({ type: String, nullable: true }) reply!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) upheld!: boolean | null;

  static of(this: void, row: ExpertObjection): ExpertObjectionView {
    const { id, by, text, reply, upheld } = row;
    const filedAt = formatInstant(row.filedAt);
    return { id, by, text, filedAt, reply, upheld: upheld === null ? null : upheld === 1 };
  }
}

class ExpertScanView {
  @ApiProperty() fileId!: string;
  @ApiProperty({ enum: SCAN_STATES, nullable: true, type: String }) scan!: string | null;
}

/** The desk of the pool. */
export class ExpertDeskView {
  @ApiProperty({ type: [PoolTermView] }) terms!: PoolTermView[];
  @ApiProperty({ type: [ExpertApplicationView] }) applications!: ExpertApplicationView[];
  /** Imported, and not taken over by their person yet. */
  @ApiProperty({ type: [ExpertApplicationView] }) invited!: ExpertApplicationView[];
  @ApiProperty({ type: [PoolExpertView] }) experts!: PoolExpertView[];

  static of(this: void, desk: ExpertDesk, terms: ExpertPoolTerms): ExpertDeskView {
    return {
      terms: PoolTermView.all(terms),
      applications: desk.applications.map(ExpertApplicationView.of),
      invited: desk.invited.map(ExpertApplicationView.of),
      experts: desk.experts.map(PoolExpertView.of),
    };
  }
}

/** Everything the pool holds about somebody. */
export class ExpertDossierView {
  @ApiProperty() expertId!: string;
  @ApiProperty({ type: PoolExpertView, nullable: true }) expert!: PoolExpertView | null;
  @ApiProperty({ type: ExpertApplicationView, nullable: true })
  application!: ExpertApplicationView | null;
  @ApiProperty({ type: ExpertContentView, nullable: true }) content!: ExpertContentView | null;
  /** Specialties with fewer works than the terms ask for. */
  @ApiProperty({ type: [String] }) shortOfWorks!: string[];
  /** Names under which the same identity number stands elsewhere in the pool. */
  @ApiProperty({ type: [String] }) alsoAs!: string[];
  @ApiProperty({ type: [ExpertObjectionView] }) objections!: ExpertObjectionView[];
  /** Warnings of the last review period. */
  @ApiProperty() warnings!: number;
  @ApiProperty({ type: [PoolTermView] }) terms!: PoolTermView[];
  @ApiProperty({ type: [ExpertStepView] }) history!: ExpertStepView[];
  @ApiProperty({ type: [ExpertScanView] }) scans!: ExpertScanView[];

  static of(this: void, dossier: ExpertDossier, terms: ExpertPoolTerms): ExpertDossierView {
    const { expertId, pool, application, content, warnings, scans } = dossier;
    return {
      expertId,
      warnings,
      terms: PoolTermView.all(terms),
      expert: pool && PoolExpertView.of(pool),
      application: application && ExpertApplicationView.of(application),
      content: content && ExpertContentView.of(content),
      shortOfWorks: [...dossier.shortOfWorks],
      alsoAs: [...dossier.alsoAs],
      objections: dossier.objections.map(ExpertObjectionView.of),
      history: dossier.history.map(ExpertStepView.of),
      scans: [...scans].map(([fileId, scan]) => ({ fileId, scan })),
    };
  }
}

/** What whoever applies or serves sees of his own. */
export class MyExpertView {
  @ApiProperty({ type: [PoolTermView] }) terms!: PoolTermView[];
  @ApiProperty({ type: ExpertApplicationView, nullable: true })
  application!: ExpertApplicationView | null;
  @ApiProperty({ type: ExpertContentView, nullable: true }) content!: ExpertContentView | null;
  @ApiProperty({ type: PoolExpertView, nullable: true }) expert!: PoolExpertView | null;
  @ApiProperty({ type: [ExpertStepView] }) history!: ExpertStepView[];
}

/** An admission that is published, or an appointment that is announced. */
export class PublicAdmissionView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['published', 'announced'] }) state!: string;
  @ApiProperty() name!: string;
  @ApiProperty() employer!: string;
  @ApiProperty() region!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String] }) specialties!: string[];
  @ApiProperty() from!: string;
  @ApiProperty() until!: string;

  static of(this: void, { application, content }: PublishedAdmission): PublicAdmissionView {
    const { id, state } = application;
    const { name, employer, region, title, specialties } = content;
    const isProposed = state === 'published';
    const from: Instant | null = isProposed ? application.publishedAt : application.decidedAt;
    const until = isProposed ? application.publicityUntil : application.announcedUntil;
    return {
      id,
      name,
      employer,
      region,
      title,
      state: isProposed ? 'published' : 'announced',
      specialties: [...specialties],
      from: formatInstant(from ?? 0),
      until: formatInstant(until ?? 0),
    };
  }
}

/** What everybody may know of the pool: its terms, and admissions that are published. */
export class PublicExpertPoolView {
  @ApiProperty({ type: [PoolTermView] }) terms!: PoolTermView[];
  @ApiProperty({ type: [PublicAdmissionView] }) admissions!: PublicAdmissionView[];
}
