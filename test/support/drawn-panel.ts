import { randomUUID } from 'node:crypto';
import type { Actor } from '@core/identity';
import { DAY, HOUR } from '@core/kernel';
import { Draws } from '@server/draw';
import { Experts } from '@server/expert';
import { LegalClock, UnitOfWork } from '@server/platform';
import { RequestPanel, type Panel } from '@server/panel';
import { Tenders, type TenderRow } from '@server/tender';
import { drawThrough } from './draw-through';
import type { TestModule } from './module';
import { anActor, aTenderRow } from './tender-row';

/** A panel of four experts that has been drawn from a pool of sixty. */
export interface DrawnPanel {
  readonly panel: Panel;
  readonly tender: TenderRow;
  readonly people: readonly string[];
}

const SEATS = [
  { specialty: 'road', seats: 3 },
  { specialty: 'cost', seats: 1 },
];

/** Asks for a panel and draws it by the use cases; who was drawn is invited when this comes back. */
export async function aDrawnPanel(module: TestModule): Promise<DrawnPanel> {
  const now = module.get(LegalClock).now();
  const tender = aTenderRow(now);
  const tenderer: Actor = anActor('tenderer', tender.tendererId, 'township');
  await module.get(UnitOfWork).run(() => module.get(Tenders).add(tender));
  const people: string[] = [];
  for (let at = 0; at < 60; at++) {
    const personId = randomUUID();
    people.push(personId);
    await module.get(Experts).add({
      personId,
      name: `专家${String(at).padStart(2, '0')}`,
      specialties: at % 4 === 0 ? ['cost'] : ['road', 'civil'],
      employer: `单位${at % 40}`,
      region: '青禾县',
      title: '高级工程师',
      phone: `1380000${String(at).padStart(4, '0')}`,
      termUntil: now + 300 * DAY,
    });
  }
  const panel = await module.get(RequestPanel).run(tenderer, tender.id, {
    total: 5,
    tenderer: 1,
    seats: SEATS,
    meetingAt: (tender.deadline ?? now) + 2 * HOUR,
    place: '评标区3号室',
  });
  await module.get(RequestPanel).begin(anActor('draw_operator'), panel.id);
  const draw = await module.get(Draws).latest(tender.id, 'panel');
  await drawThrough(module, draw?.id ?? '', { supervisor: anActor('supervisor'), tenderer });
  return { panel, tender, people };
}
