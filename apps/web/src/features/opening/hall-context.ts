import type { Opening, TenderDetail } from '../../shared/api/wire';
import type { LiveHall } from './use-hall';

/** What every part of a hall's page is given. */
export interface HallParts {
  readonly opening: Opening;
  readonly tender: TenderDetail;
  readonly live: LiveHall;
}
