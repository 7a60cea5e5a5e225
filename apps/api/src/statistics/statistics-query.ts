import { GROUPINGS, type Grouping } from '@core/statistics';
import { OneOf, Text } from '../http/fields';

/** Which processes, and what they are grouped by. */
export class StatisticsQueryDto {
  @Text({ max: 4, optional: true }) year?: string;
  @Text({ max: 60, optional: true }) region?: string;
  @Text({ max: 60, optional: true }) method?: string;
  @Text({ max: 40, optional: true }) category?: string;
  @OneOf(GROUPINGS, { optional: true }) by?: Grouping;
}
