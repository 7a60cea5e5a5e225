import type { noticeChinese } from '../zh-CN/notice';

export const noticeEnglish: Readonly<Record<keyof typeof noticeChinese, string>> = {
  'notice.preview': 'The notice as it will be read',
  'notice.print': 'Print the notice',
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
};
