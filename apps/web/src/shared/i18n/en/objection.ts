import type { objectionChinese } from '../zh-CN/objection';

export const objectionEnglish: Readonly<Record<keyof typeof objectionChinese, string>> = {
  'objection.title': 'Objections to the result',
  'objection.suspended': '{count} objections wait for the tenderer’s answer; until then no award.',
  'objection.text': 'Facts, reason and ground of the objection',
  'objection.hint':
    'Only the tenderer and the supervising authority read it. After the publication it is too late.',
  'objection.file': 'File the objection',
  'objection.waiting': 'Waiting for an answer.',
  'objection.replyBy': 'To be answered before {at}.',
  'objection.upheld': 'Upheld',
  'objection.dismissed': 'Not upheld',
  'objection.decision': 'Decision',
  'objection.answer': 'Answer',
  'objection.answerAct': 'Answer the objection',
};
