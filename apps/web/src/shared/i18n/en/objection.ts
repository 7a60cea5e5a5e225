import type { objectionChinese } from '../zh-CN/objection';

export const objectionEnglish: Readonly<Record<keyof typeof objectionChinese, string>> = {
  'objection.title': 'Objections',
  'objection.suspended': '{count} objections wait for the tenderer’s answer; until then no award.',
  'objection.text': 'Facts, reason and ground of the objection',
  'objection.hint': 'Only the tenderer and the supervising authority read it. Open until {at}.',
  'objection.file': 'File the objection',
  'objection.waiting': 'Waiting for an answer.',
  'objection.replyBy': 'To be answered before {at}.',
  'objection.upheld': 'Upheld',
  'objection.dismissed': 'Not upheld',
  'objection.decision': 'Decision',
  'objection.answer': 'Answer',
  'objection.answerAct': 'Answer the objection',
  'objectionStage.documents': 'against the documents',
  'objectionStage.result': 'against the result',
  'objection.documentsText': 'Your objection to the documents',
  'objection.documentsHint':
    'Open until {at}. The tender stands still until it is answered, and its deadline moves.',
  'objection.standsStill':
    'Stands still since {at}: an objection to the documents waits for its answer. No bids are taken; the deadline moves when it goes on.',
};
