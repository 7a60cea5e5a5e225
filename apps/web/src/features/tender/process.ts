import type { Notice, Stage, StageKey, TenderDetail } from '../../shared/api/wire';

/** One stage of the process with what was published in it. */
export interface ProcessStage {
  readonly stage: Stage;
  readonly notices: readonly Notice[];
}

/** Where a notice belongs; the call itself, and kinds of the future, stand with the first stage. */
const STAGE_OF_NOTICE: Readonly<Record<string, StageKey>> = {
  clarification_notice: 'bidding',
  suspension_notice: 'bidding',
  resumption_notice: 'bidding',
  opening_record: 'opening',
  evaluation_report: 'evaluation',

  candidates_notice: 'publicity',
  admission_notice: 'publicity',
  award_notice: 'award',
  contract_notice: 'award',
  contract_change_notice: 'award',
  acceptance_notice: 'award',
  failed_notice: 'opening',
  lot_failed_notice: 'opening',
  result_changed_notice: 'publicity',
  complaint_notice: 'publicity',

  award_letter: 'award',
};

/** Sorts the notices into the stages they belong to, oldest first. */
export function processOf(
  tender: Pick<TenderDetail, 'stages' | 'notices'>,
): readonly ProcessStage[] {
  const keys = tender.stages.map((stage) => stage.stage);
  const placeOf = ({ kind, facts }: Notice): StageKey | undefined => {
    // A lot fails at its opening for want of bidders, or later because nobody of those evaluated can be chosen.
    const wanted =
      facts.withoutCandidate === true ? 'publicity' : (STAGE_OF_NOTICE[kind] ?? 'notice');
    return keys.includes(wanted) ? wanted : keys[0];
  };
  const sorted = [...tender.notices].sort((one, other) =>
    one.publishedAt.localeCompare(other.publishedAt),
  );
  return tender.stages.map((stage) => ({
    stage,
    notices: sorted.filter((notice) => placeOf(notice) === stage.stage),
  }));
}
