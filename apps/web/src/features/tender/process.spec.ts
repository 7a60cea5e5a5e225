import type { Notice, Stage } from '../../shared/api/wire';
import { processOf } from './process';

const stage = (key: Stage['stage']): Stage => ({ stage: key, state: 'later', at: null });
const notice = (id: string, kind: string, day: number): Notice => ({
  id,
  kind,
  title: id,
  text: '',
  facts: {},
  hasFile: false,
  publishedAt: `2026-11-0${day}T01:00:00.000Z`,
});

it('sorts notices into their stages and loses none', () => {
  const stages = [stage('notice'), stage('bidding'), stage('publicity')];
  const notices = [
    notice('second', 'clarification_notice', 3),
    notice('first', 'clarification_notice', 2),
    notice('call', 'tender_notice', 1),
    notice('strange', 'of_the_future', 4),
    notice('winner', 'award_notice', 5),
  ];
  expect(
    processOf({ stages, notices }).map((part) => [
      part.stage.stage,
      part.notices.map((one) => one.id),
    ]),
  ).toEqual([
    ['notice', ['call', 'strange', 'winner']],
    ['bidding', ['first', 'second']],
    ['publicity', []],
  ]);
});

it('puts a lot that failed where it failed', () => {
  const stages = [stage('notice'), stage('opening'), stage('publicity')];
  const late = { ...notice('late', 'lot_failed_notice', 3), facts: { withoutCandidate: true } };
  const notices = [
    notice('early', 'lot_failed_notice', 1),
    late,
    notice('changed', 'result_changed_notice', 2),
  ];
  expect(processOf({ stages, notices }).map((part) => part.notices.map((one) => one.id))).toEqual([
    [],
    ['early'],
    ['changed', 'late'],
  ]);
});
