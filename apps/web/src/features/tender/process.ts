import type { Notice, Stage, StageKey, TenderDetail } from '../../shared/api/wire';

/** One stage of the process with what was published in it. */
export interface ProcessStage {
  readonly stage: Stage;
  readonly notices: readonly Notice[];
}

/** Where a notice belongs; kinds of the future stand with the first. */
const STAGE_OF_NOTICE: Readonly<Record<string, StageKey>> = {
  clarification: 'bidding',
  amendment: 'bidding',
  answer: 'bidding',
  opening: 'opening',
  evaluation: 'evaluation',
  candidates: 'publicity',
  award: 'award',
  contract: 'contract',
};

/** Sorts the notices into the stages they belong to, oldest first. */
export function processOf(
  tender: Pick<TenderDetail, 'stages' | 'notices'>,
): readonly ProcessStage[] {
  const keys = tender.stages.map((stage) => stage.key);
  const placeOf = (notice: Notice): StageKey | undefined => {
    const wanted = STAGE_OF_NOTICE[notice.kind] ?? 'notice';
    return keys.includes(wanted) ? wanted : keys[0];
  };
  const sorted = [...tender.notices].sort((one, other) =>
    one.publishedAt.localeCompare(other.publishedAt),
  );
  return tender.stages.map((stage) => ({
    stage,
    notices: sorted.filter((notice) => placeOf(notice) === stage.key),
  }));
}
