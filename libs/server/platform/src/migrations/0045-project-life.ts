import { addColumns, column } from '../database/table';

/** The life of a project: its unified code, the clocks of its answers, reminders and its end. */
export const ProjectLife0045 = addColumns('ProjectLife1767225600045', {
  project: {
    unifiedCode: column.shortText(40),
    localProcurement: column.whole(),
    told: column.json(),
    lateReason: column.shortText(500),
    answerBy: column.moment(),
    answeredAt: column.moment(),
    letterFileId: column.ref(),
    remindAt: column.moment(),
    endsAt: column.moment(),
    endedAt: column.moment(),
    endReason: column.shortText(500),
  },
});
