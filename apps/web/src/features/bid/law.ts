import type { Citation } from '../../shared/ui/citation';

/** Why nothing is taken after the deadline. */
export const LATE: Citation = {
  ruleId: 'e-late-reject',
  citation: '《电子招标投标办法》第二十七条',
  quote: '投标截止时间后送达的投标文件，电子招标投标交易平台应当拒收',
};
