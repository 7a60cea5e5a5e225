import type { procedureChinese } from '../zh-CN/procedure';

/** What places' own documents allow below the thresholds, and what is chosen under them. */
export const procedureEnglish: Readonly<Record<keyof typeof procedureChinese, string>> = {
  'nav.procedures': 'Ways below the thresholds',
  'procedure.lead':
    'What the documents of townships and organisations say: below which sum which way is open. What is taken down decides for new projects there and below; it cannot be changed, only ended.',
  'procedure.publicLead':
    'Below the statutory thresholds townships and organisations say in documents of their own which way is open. The platform holds projects against these bands and cites the document.',
  'procedure.none': 'No document has been taken down yet',
  'procedure.keep': 'Take a document down',
  'procedure.keepLead': 'As the document says. A limit itself belongs to the band above it.',
  'procedure.document': '{title} ({number})',
  'procedure.from': 'In force since {from}',
  'procedure.fromTo': 'In force from {from} to {to}',
  'procedure.endedAt': 'Ended {at}: {reason}',
  'procedure.decides': 'In force',
  'procedure.notInForce': 'Not in force',
  'procedure.ended': 'Ended',
  'procedure.measure.estimate': 'By estimate',
  'procedure.measure.investment': 'By total investment',
  'procedure.bands': 'Bands',
  'procedure.limits': 'Sum (yuan)',
  'procedure.methods': 'Ways that are open',
  'procedure.or': ', ',
  'procedure.decidedBy': 'Decided by',
  'procedure.decidedByHint':
    'Such as the township’s office meeting; its minutes are recorded before publication.',
  'procedure.place': 'Issued by',
  'procedure.number': 'Document number',
  'procedure.title': 'Title of the document',
  'procedure.kinds': 'Kinds',
  'procedure.measuredBy': 'Measured by',
  'procedure.inForceFrom': 'In force from',
  'procedure.inForceTo': 'In force until',
  'procedure.inForceToHint': 'After that day the general rules hold again.',
  'procedure.bandNumber': 'Band {number}',
  'procedure.below': 'Below (yuan)',
  'procedure.removeBand': 'Remove this band',
  'procedure.addBand': 'Add a band',
  'procedure.end': 'End it',
  'procedure.endTitle': 'End {number}',
  'procedure.endKeep': 'Keep it',
  'procedure.endText':
    'It does not decide about new projects any more; what is published stays. That it ended, and why, is public.',
  'procedure.endReason': 'Why it ends',
  'direct.title': 'Direct choice',
  'direct.lead':
    'A small purchase without bids: the tenderer chooses. The firm, its price, the reason and the document behind it are published and may be objected to.',
  'direct.creditCode': 'Unified social credit code of the firm',
  'direct.price': 'Price',
  'direct.reason': 'Why this firm',
  'direct.reasonHint': 'It will be public.',
  'direct.act': 'Publish the choice',
  'direct.consequence': 'It cannot be changed once published',
  'direct.consequenceText':
    'The firm, the price and the reason are public at once; the award waits for the end of the publication.',
};
