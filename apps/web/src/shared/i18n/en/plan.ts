import type { planChinese } from '../zh-CN/plan';

/** English for the evaluation plan. */
export const planEnglish: Readonly<Record<keyof typeof planChinese, string>> = {
  'plan.title': 'Evaluation plan',
  'plan.lead':
    'Published with the notice and fixed from then on; what it does not state cannot decide anything.',
  'plan.kind': 'Method',
  'plan.kind.lowest-price': 'Lowest evaluated price',
  'plan.kind.formula': 'Price formula (reasonable low price and others)',
  'plan.kind.comprehensive': 'Comprehensive scoring',
  'plan.formula': 'Price formula',
  'plan.formulaHint': 'Try it in the simulator first.',
  'plan.sampleHint':
    '{rule}. An order of all bids is drawn in public after the opening; the sample is taken from its head, and rejected bids are skipped. Not in government procurement of goods and services (Order 87 art. 55).',
  'plan.tie': 'Equal scores',
  'plan.tie.lower-price': 'The lower price comes first',
  'plan.tie.draw': 'By draw: an order drawn after the opening',
  'plan.tieHint.lower-price':
    'Where prices are equal too there is no rank; choose the draw if that may happen.',
  'plan.tieHint.draw':
    'A second order of all bids is drawn in public after the opening, with coefficients and sample; it is used among equal scores alone, and published with the notice.',
  'plan.drawnHint':
    'Choose several values and one is drawn in public after the opening; a single one is stated.',
  'plan.drawnOnlyHint': 'One of the chosen values is drawn in public after the opening.',
  'plan.priceWeight': 'Points of the price',
  'plan.items': 'Items the panel scores',
  'plan.itemTitle': 'Name of item {number}',
  'plan.itemPoints': 'Points of item {number}',
  'plan.pointsUnit': 'pts',
  'plan.blind': 'Blind review: names are not shown while items are scored',
  'plan.blindHint':
    'Members score technical parts under random codes; whose they are is shown when all scores are in. Bidders begin the names of the files of their technical part with blind- and keep names and marks of the firm out of them; the items should look at the technical part alone.',
  'plan.apart':
    'Award apart: the panel’s candidates are not ranked, a committee decides among them',
  'plan.apartHint': 'By {citation}. At most {most} candidates.',
  'plan.addItem': 'Add an item',
  'plan.dropItem': 'Remove item {number}',
  'plan.sum': 'Price and items add up to {sum}; they should make 100.',
  'plan.ask': 'Ask about prices from so many percent below the mean',
  'plan.askHint':
    'A bidder so low is asked by the panel before anything is decided. Left empty, the panel judges by itself.',
  'plan.save': 'Save the evaluation plan',
  'plan.saved': 'The evaluation plan is saved.',
  'plan.pool': 'Call from a pool',
  'plan.poolLead':
    'A tender by reasonable low price may be called among the members of a contractor pool. Whether it is, the tenderer decides alone.',
  'plan.poolChoice': 'Pool',
  'plan.poolNone': 'No pool: every firm that meets the conditions may bid',
  'plan.poolSave': 'Save the pool',
  'plan.poolNow': 'Now: {name}',
  'plan.poolMissing': 'There is no pool in this trade yet.',
};
