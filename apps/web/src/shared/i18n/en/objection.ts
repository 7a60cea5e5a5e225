import type { objectionChinese } from '../zh-CN/objection';

export const objectionEnglish: Readonly<Record<keyof typeof objectionChinese, string>> = {
  'objection.title': 'Objections',
  'objection.suspended':
    '{count} objections wait for the tenderer’s answer or what follows from it; until then no award.',
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
  'remedy.documents':
    'Upheld: publish a clarification that corrects the documents and tick this objection in it, or give the tender up. It stands still until then.',
  'objection.lot': 'Against',
  'objection.wholeTender': 'the whole tender',
  'clarification.corrects': 'Corrects the upheld objection of {name}, filed {at}',
  'remedy.result': 'Upheld: no award before what follows is on record.',
  'remedy.choice': 'What follows',
  'remedy.passed_over': 'Leave a candidate out',
  'remedy.stands': 'Looked at again, the result stands',
  'remedy.failed': 'Nobody can be chosen; call again',
  'remedy.corrected': 'Corrected by a clarification',
  'remedy.terminated': 'Tender given up',
  'remedy.lot': 'Lot',
  'remedy.candidate': 'Candidate',
  'remedy.ground': 'Ground of law',
  'remedy.text': 'What is published with it',
  'remedy.textAlone': 'Reasons (read by the firm that objected and by the supervisor)',
  'remedy.act': 'Record and publish',
  'remedy.actAlone': 'Record what follows',
  'remedy.leavesOut':
    '{name} is left out and the next candidate stands first. The notice is public at once.',
  'remedy.failsLot': 'Nobody wins, to be called again. The notice is public at once.',
  'remedy.voids': 'The award that was published is void, and its letters with it.',
  'remedy.changesNothing':
    'The result stands and no notice goes out; the firm that objected sees what followed.',
  'remedy.theirWords':
    'The notice is written by its template, in Chinese; your words stand in its second part.',
  'remedy.consequence': 'What follows cannot be changed once it is on record',
  'passOver.gave_up': 'Declined the award',
  'passOver.cannot_perform': 'Cannot perform the contract (force majeure)',
  'passOver.no_security': 'Did not give the performance security the documents ask for',
  'passOver.violation': 'Proven violation that affects the result',
};
