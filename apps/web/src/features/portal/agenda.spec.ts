import type { TenderCard } from '../../shared/api/wire';
import { agendaOf } from './agenda';

const card = (id: string, deadline: string | null, state: TenderCard['state']): TenderCard => ({
  id,
  code: id,
  title: id,
  tendererName: '',
  category: 'works',
  region: '柳河乡',
  method: 'open_tender',
  ceilingFen: null,
  publishedAt: null,
  suspendedAt: null,
  deadline,
  state,
});

it('puts openings in order and says which one is live', () => {
  const openings = [
    card('third', '2026-11-24T07:00:00.000Z', 'published'),
    card('second', '2026-11-24T02:30:00.000Z', 'opening'),
    card('unset', null, 'draft'),
    card('first', '2026-11-24T01:30:00.000Z', 'evaluation'),
  ];
  expect(agendaOf({ date: '2026-11-24', openings }).map((item) => [item.id, item.state])).toEqual([
    ['first', 'done'],
    ['second', 'live'],
    ['third', 'later'],
  ]);
});
