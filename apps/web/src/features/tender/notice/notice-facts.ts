import type { NoticeFacts } from '@core/tender';
import type { OwnTender, Timetable } from '../../../shared/api/wire';
import { millis } from '../../../shared/i18n/dates';
import { amountOf } from '../../../shared/ui/amounts';

function timetableOf(timetable: Timetable | null): NoticeFacts['timetable'] {
  if (timetable === null) return null;
  const { publishAt, documentsUntil, clarifyUntil, objectUntil, deadline, openAt } = timetable;
  return {
    publishAt: millis(publishAt),
    documentsUntil: millis(documentsUntil),
    clarifyUntil: millis(clarifyUntil),
    objectUntil: millis(objectUntil),
    deadline: millis(deadline),
    openAt: millis(openAt),
  };
}

/** What the templates of notices are filled with, taken from a tender as it stands. */
export function factsOfNotice(tender: OwnTender): NoticeFacts {
  const { title, code, unifiedCode, tendererName, agencyName, region, method, regime } = tender;
  const { ceilingFen, bidBondFen, consortia } = tender;
  return {
    title,
    code,
    unifiedCode,
    tendererName,
    agencyName,
    region,
    regime,
    estimate: amountOf(tender.estimateFen) ?? (0 as never),
    method,
    consortia,
    plan: tender.plan,
    signUpFirst: tender.documentsGate !== null,
    ceiling: ceilingFen === null ? null : amountOf(ceilingFen),
    bidBond: amountOf(bidBondFen) ?? (0 as never),
    bidValidityDays: tender.bidValidityDays,
    timetable: timetableOf(tender.timetable),
    site: window.location.origin,
  };
}
