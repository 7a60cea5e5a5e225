import { DemoPeople } from '@server/demo';
import { worldAt } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { bidCells } from './secrecy/bid-cells';
import { noticeCells } from './secrecy/notice-cells';
import { panelCells } from './secrecy/panel-cells';
import { resultCells } from './secrecy/result-cells';
import { Road } from './secrecy/road';
import { securityCells } from './secrecy/security-cells';

const SLOW = 600_000;

/** The secrecy table of the product, cell by cell: everything every reader can ask for is asked at every moment. */
describe('who sees what, when', () => {
  const road = new Road();
  let app: TestApp;
  beforeAll(async () => {
    app = await anApp('secrecy', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    await road.walk(worldAt(app.url, () => undefined));
  }, SLOW);
  afterAll(() => app.close());

  noticeCells(road);
  bidCells(road);
  panelCells(road);
  resultCells(road);
  securityCells(road);
});
