import { fen, parseInstant, type Fen } from '@core/kernel';
import { draftNotice, type NoticeFacts } from '@core/tender';
import type { Client } from '../support/client';

type Amount = string | null;

interface OwnTender extends Pick<
  NoticeFacts,
  | 'title'
  | 'code'
  | 'unifiedCode'
  | 'tendererName'
  | 'agencyName'
  | 'region'
  | 'regime'
  | 'method'
  | 'consortia'
  | 'plan'
  | 'bidValidityDays'
> {
  readonly estimateFen: string;
  readonly ceilingFen: Amount;
  readonly bidBondFen: Amount;
  readonly documentsGate: unknown;
  readonly timetable: Readonly<Record<keyof NonNullable<NoticeFacts['timetable']>, string>> | null;
}

const amount = (text: Amount): Fen | null => (text === null ? null : fen(Number(text)));
const instant = (text: string): number => parseInstant(text) ?? Number.NaN;

/** The notice of a draft as its tenderer would publish it: the template of its kind, every open line filled in. */
export async function noticeText(client: Client, tenderId: string): Promise<string> {
  const tender = await client.get<OwnTender>(`/api/tenders/${tenderId}`);
  const { timetable } = tender;
  const facts: NoticeFacts = {
    ...tender,
    estimate: amount(tender.estimateFen) ?? fen(0),
    ceiling: amount(tender.ceilingFen),
    bidBond: amount(tender.bidBondFen) ?? fen(0),
    signUpFirst: tender.documentsGate !== null,
    timetable: timetable && {
      publishAt: instant(timetable.publishAt),
      documentsUntil: instant(timetable.documentsUntil),
      clarifyUntil: instant(timetable.clarifyUntil),
      objectUntil: instant(timetable.objectUntil),
      deadline: instant(timetable.deadline),
      openAt: instant(timetable.openAt),
    },
    site: client.url,
  };
  return draftNotice('tender_notice', facts).replaceAll('（请填写）', '见招标文件');
}
