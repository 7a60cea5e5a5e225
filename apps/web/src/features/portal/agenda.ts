import type { Day, TenderState } from '../../shared/api/wire';

/** Something of today that anyone may watch. */
export interface AgendaItem {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly state: 'later' | 'live' | 'done';
  readonly category: string;
  readonly region: string;
}

function stateOf(state: TenderState): AgendaItem['state'] {
  if (state === 'opening') return 'live';
  return state === 'published' ? 'later' : 'done';
}

/** Today's openings in the order of their times: each begins at its tender's deadline. */
export function agendaOf(day: Day): readonly AgendaItem[] {
  return day.openings
    .flatMap(({ id, title, deadline, state, category, region }) =>
      deadline === null
        ? []
        : [{ id, title, at: deadline, state: stateOf(state), category, region }],
    )
    .sort((one, other) => one.at.localeCompare(other.at));
}
