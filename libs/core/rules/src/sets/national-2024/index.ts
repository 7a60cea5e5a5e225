import belowThreshold from './below-threshold.json';
import collusion from './collusion.json';
import electronic from './electronic.json';
import evaluation from './evaluation.json';
import experts from './experts.json';
import framework from './framework.json';
import head from './head.json';
import methods from './methods.json';
import periods from './periods.json';
import platform from './platform.json';
import procurement from './procurement.json';
import works from './works.json';

/** Today's statutes as one file of the format `sunlit-rules-1`, put together from its parts. */
export const NATIONAL_2024_FILE = {
  ...head,
  rules: [
    ...works,
    ...collusion,
    ...electronic,
    ...evaluation,
    ...experts,
    ...procurement,
    ...framework,
    ...platform,
    ...belowThreshold,
    ...periods,
    ...methods,
  ],
} as const;
