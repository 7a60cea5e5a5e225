import { addColumns, column } from '../database/table';

/** A change beside the version in force, key staff and files, periods, and who answered which version. */
export const EnterpriseVersions0036 = addColumns('EnterpriseVersions1767225600036', {
  enterprise: {
    pending: column.personal(),
    review: column.shortText(12),
    staff: column.personal(),
    attachments: column.json(),
    verifiedVersion: column.whole(),
    suspendedUntil: column.moment(),
    answerBy: column.moment(),
    cureBy: column.moment(),
    source: column.shortText(8),
    invitation: column.shortText(64),
  },
  enterprise_version: {
    digest: column.shortText(64),
    submittedBy: column.ref(),
    answerBy: column.moment(),
    verdict: column.shortText(12),
    answeredBy: column.ref(),
    answeredAt: column.moment(),
  },
});
