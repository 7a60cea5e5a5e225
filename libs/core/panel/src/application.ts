import { accept, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import {
  addDays,
  countWorkdays,
  endOfDate,
  legalDate,
  rollForward,
  type Calendar,
  type CalendarRefusal,
  type LegalDate,
} from '@core/rules';
import { isSpecialty, SPECIALTIES } from './specialties';
import { ageOn } from './standing';
import { termBasis, type ExpertPoolTerms } from './terms';

/** States of an application, in the order it passes them. */
export const APPLICATION_STATES = [
  'draft',
  'applied',
  'returned',
  'published',
  'refused',
  'appointed',
  'withdrawn',
] as const;
/** draft → applied → published → appointed; returned, refused and withdrawn on the way. */
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** What can happen to an application. */
export type ApplicationEvent =
  'submit' | 'return' | 'publish' | 'refuse' | 'appoint' | 'withdraw' | 'edit';

const TRANSITIONS: Readonly<
  Record<ApplicationState, Partial<Record<ApplicationEvent, ApplicationState>>>
> = {
  draft: { edit: 'draft', submit: 'applied', withdraw: 'withdrawn' },
  applied: { return: 'returned', publish: 'published', refuse: 'refused', withdraw: 'withdrawn' },
  returned: { edit: 'returned', submit: 'applied', withdraw: 'withdrawn' },
  published: { refuse: 'refused', appoint: 'appointed', withdraw: 'withdrawn' },
  refused: {},
  appointed: {},
  withdrawn: {},
};

/** The state that follows, or why none does. */
export function followApplication(
  state: ApplicationState,
  event: ApplicationEvent,
): Result<ApplicationState, Refusal<'expert.wrong_state'>> {
  const next = TRANSITIONS[state][event];
  return next === undefined ? refuse('expert.wrong_state', { state }) : accept(next);
}

/** Whether an application is under way: then there is no other one. */
export function isUnderWay(state: ApplicationState): boolean {
  return Object.keys(TRANSITIONS[state]).length > 0;
}

/** What shows the level the law asks for: a senior title, or the same level otherwise (Tendering Law art. 37). */
export const TITLE_LEVELS = ['senior', 'equivalent'] as const;
/** One of {@link TITLE_LEVELS}. */
export type TitleLevel = (typeof TITLE_LEVELS)[number];

/** What a paper of an application shows. */
export const EXPERT_PAPERS = [
  'identity',
  'title',
  'education',
  'employment',
  'works',
  'commitment',
  'other',
] as const;
/** One of {@link EXPERT_PAPERS}. */
export type ExpertPaperKind = (typeof EXPERT_PAPERS)[number];

/** Papers without which nobody is examined. */
export const REQUIRED_PAPERS: readonly ExpertPaperKind[] = ['identity', 'title', 'commitment'];

/** A file of an application. */
export interface ExpertPaper {
  readonly fileId: string;
  readonly kind: ExpertPaperKind;
  readonly title: string;
  readonly sha256: string;
}

/** A work somebody did in a specialty. */
export interface ExpertWork {
  readonly specialty: string;
  readonly name: string;
  readonly role: string;
  readonly year: number;
}

/** What an applicant says of himself. The identity number is here as a keyed digest only. */
export interface ExpertContent {
  readonly name: string;
  /** Empty: not given yet. */
  readonly idDigest: string;
  /** From the identity number; empty: not given yet. */
  readonly bornOn: LegalDate;
  readonly phone: string;
  readonly employer: string;
  readonly employerCode: string;
  readonly region: string;
  readonly education: string;
  readonly title: string;
  readonly titleLevel: TitleLevel;
  /** What the same level rests on, where there is no senior title. */
  readonly levelReason: string;
  /** Since when in the field; empty: not given yet. */
  readonly fieldSince: LegalDate;
  readonly specialties: readonly string[];
  readonly works: readonly ExpertWork[];
  /** Names or credit codes of former employers, holdings and relatives' firms. */
  readonly recusals: readonly string[];
  readonly papers: readonly ExpertPaper[];
}

/** An application nothing has been written into. */
export function emptyApplication(name: string): ExpertContent {
  return {
    name,
    idDigest: '',
    bornOn: '',
    phone: '',
    employer: '',
    employerCode: '',
    region: '',
    education: '',
    title: '',
    titleLevel: 'senior',
    levelReason: '',
    fieldSince: '',
    specialties: [],
    works: [],
    recusals: [],
    papers: [],
  };
}

/** What an application can lack: a field, or a paper. */
export type Lack =
  | 'name'
  | 'idNumber'
  | 'phone'
  | 'employer'
  | 'region'
  | 'education'
  | 'title'
  | 'levelReason'
  | 'fieldSince'
  | 'specialties'
  | `paper.${ExpertPaperKind}`;

/** Everything an application lacks, at once (一次性告知). */
export function lacksOf(content: ExpertContent): readonly Lack[] {
  const texts = ['name', 'phone', 'employer', 'region', 'education', 'title'] as const;
  const has = (kind: ExpertPaperKind): boolean => content.papers.some((one) => one.kind === kind);
  return [
    ...texts.filter((field) => content[field].trim() === ''),
    ...(content.idDigest === '' ? (['idNumber'] as const) : []),
    ...(content.titleLevel === 'equivalent' && content.levelReason.trim() === ''
      ? (['levelReason'] as const)
      : []),
    ...(content.fieldSince === '' ? (['fieldSince'] as const) : []),
    ...(content.specialties.length === 0 ? (['specialties'] as const) : []),
    ...REQUIRED_PAPERS.filter((kind) => !has(kind)).map((kind) => `paper.${kind}` as const),
  ];
}

/** Why specialties are not taken. */
export type SpecialtyRefusal = Refusal<'panel.specialty_unknown' | 'expert.too_many_specialties'>;

/** Whether somebody may apply for these: known ones, of one branch of the tree, and no more than the terms allow. */
export function checkSpecialties(
  specialties: readonly string[],
  terms: ExpertPoolTerms,
): Result<readonly string[], SpecialtyRefusal> {
  const unknown = specialties.find((one) => !isSpecialty(one));
  if (unknown !== undefined) return refuse('panel.specialty_unknown', { specialty: unknown });
  const chosen = [...new Set(specialties)];
  const branches = new Set(
    SPECIALTIES.filter(({ id }) => chosen.includes(id)).map(({ branch }) => branch),
  );
  const { specialties: most } = terms;
  if (chosen.length > most.value || branches.size > 1) {
    return refuse('expert.too_many_specialties', { most: most.value }, termBasis(most));
  }
  return accept(chosen);
}

/** Why an application is not taken in. */
export type ApplicationRefusal =
  | SpecialtyRefusal
  | Refusal<
      | 'expert.wrong_state'
      | 'expert.application_incomplete'
      | 'expert.too_old'
      | 'expert.too_short_in_field'
    >;

/** Holds what an applicant says against the terms: complete, not too many specialties, not too old, long enough in the field. */
export function checkApplication(
  content: ExpertContent,
  terms: ExpertPoolTerms,
  at: Instant,
): Result<ExpertContent, ApplicationRefusal> {
  const missing = lacksOf(content);
  if (missing.length > 0) return refuse('expert.application_incomplete', { missing });
  const chosen = checkSpecialties(content.specialties, terms);
  if (!chosen.ok) return chosen;
  const today = legalDate(at);
  if (ageOn(content.bornOn, today) > terms.ageIn.value) {
    return refuse('expert.too_old', { most: terms.ageIn.value }, termBasis(terms.ageIn));
  }
  if (ageOn(content.fieldSince, today) < terms.fieldYears.value) {
    return refuse(
      'expert.too_short_in_field',
      { least: terms.fieldYears.value },
      termBasis(terms.fieldYears),
    );
  }
  return accept({ ...content, specialties: chosen.value });
}

/** Specialties with fewer works than the terms ask for: something to look at, never a bar. */
export function shortOfWorks(content: ExpertContent, terms: ExpertPoolTerms): readonly string[] {
  return content.specialties.filter(
    (one) => content.works.filter(({ specialty }) => specialty === one).length < terms.works.value,
  );
}

/**
 * First instant after a publication or an announcement that begins at `from`: whole days, the last of them a working day. Needs
 * the calendar of the year it ends in.
 */
export function publicUntil(
  calendar: Calendar,
  { value, unit }: ExpertPoolTerms['publicity'],
  from: Instant,
): Result<Instant, CalendarRefusal> {
  const begin = legalDate(from);
  const last =
    unit === 'workday'
      ? countWorkdays(calendar, begin, value, [])
      : rollForward(calendar, addDays(begin, value));
  return last.ok ? accept(endOfDate(last.value)) : last;
}
