import type { noticeChinese } from '../zh-CN/notice';

export const noticeEnglish: Readonly<Record<keyof typeof noticeChinese, string>> = {
  'notice.preview': 'The notice as it will be read',
  'notice.print': 'Print the notice',
  'notice.consortia':
    'What the notice says of consortia follows “Lots and consortia”; it is not changed here.',
  'notice.template': 'Use the template',
  'notice.whole': 'Everything the rules ask for is there.',
  'notice.missing': 'Missing: {parts}.',
  'notice.open': '{count} places are still to be filled in.',
  'publication.when': 'When it goes out',
  'publication.now': 'Now',
  'publication.later': 'At a set time',
  'publication.at': 'Goes out at (Beijing time)',
  'publication.atOnce': 'as soon as it is confirmed',
  'publication.who': 'Who confirms it',
  'publication.alone': 'I do',
  'publication.fourEyes': 'A second person looks at it first',
  'publication.handOver': 'Hand over for confirmation',
  'publication.handOverTitle': 'A second person confirms it',
  'publication.handOverText':
    'The others who act for your organisation are told. Until then the draft is locked; it can be taken back at any time.',
  'publication.laterTitle': 'The notice becomes public at {at}',
  'publication.waits':
    'Goes out at {at}. The rules are asked once more then; if one does not hold, it is a draft again and you are told.',
  'publication.confirmLead': 'The notice is prepared and the draft locked. Read it, then confirm.',
  'publication.waitsForOther':
    'The notice is prepared and waits for a second person. The draft is locked.',
  'publication.preparedAt': 'Prepared at',
  'publication.confirm': 'I have read it: publish',
  'publication.takeBack': 'Back to the draft',
  'deadlineDay.label': 'Choose the last day for bids',
  'deadlineDay.previous': 'Previous month',
  'deadlineDay.next': 'Next month',
  'deadlineDay.off': 'day off',
  'deadlineDay.yearUnknown':
    'the holidays of {year} are not entered yet, so this day cannot be chosen',
  'deadlineDay.legend':
    'Green days are lawful; a rule forbids those struck through, rest on one to see which; underlined days are off. Arrow keys move.',
  'deadlineDay.earliest': 'Use the earliest lawful time',
  'weekday.0': 'Su',
  'weekday.1': 'Mo',
  'weekday.2': 'Tu',
  'weekday.3': 'We',
  'weekday.4': 'Th',
  'weekday.5': 'Fr',
  'weekday.6': 'Sa',
  'tender.olderDocuments': 'Older versions ({count})',
  'tender.withClarification': 'with clarification {number}',
  'notice.theirWords':
    'The notice is written by its template; your words stand in its part “{part}”.',
  'draft.carriedKeys':
    'The way of opening is that of the last call: {t} holders together, after {minutes} minutes. A key serves one tender, so name the holders again.',
  'draft.holdersNow': 'Holders now: {names}',
};
