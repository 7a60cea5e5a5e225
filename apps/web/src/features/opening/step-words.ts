import { sealedBasePrices, unaccounted, type Hall } from '@core/opening';
import type { Translate } from '../../shared/i18n/catalogue';
import type { HostStep } from './host-step';

interface StepWords {
  readonly title: string;
  readonly text: string;
  readonly act: string;
}

/** What the host is told and what his button says. */
export function stepWords(t: Translate, step: HostStep, hall: Hall, windowEnds: string): StepWords {
  const total = hall.bids.length;
  const readable = hall.bids.filter((bid) => bid.unsealing.state === 'opened').length;
  const open = hall.bids.filter((bid) => bid.unsealing.state !== 'sealed').length;
  const waiting = waitingFor(t, step.kind, hall);
  if (waiting !== null) return waiting;
  switch (step.kind) {
    case 'wait':
      return words(t('host.wait'), t('host.waitText', { open, total, at: windowEnds }));
    case 'absent':
      return words(t('host.absent'), t('host.absentText', { count: step.sealed }));
    case 'begin_reading':
      return words(t('host.beginReading'), t('host.beginReadingText'));
    case 'begin_lot': {
      const lot = hall.lots.find(({ number }) => number === step.lot);
      const name = t('lot.name', { number: step.lot, title: lot?.title ?? '' });
      return words(t('host.beginLot', { name }), t('host.beginLotText'));
    }
    case 'read_bid':
      return {
        title: t('host.readingText', { at: step.at, total: readable, name: step.name }),
        text: '',
        act: t('host.readNext'),
      };
    case 'open_objections':
      return words(t('host.openObjections'), t('host.openObjectionsText'));
    case 'begin_signing':
      return words(t('host.beginSigning'), beforeSigning(t, hall));
    case 'close':
      return words(t('host.close'), t('host.closeText', { count: hall.signatures.length }));
    case 'resume':
      return words(t('host.resume'), t('hall.paused', { reason: hall.paused ?? '' }));
    default:
      return words('', '');
  }
}

/** What has to come first, where the host himself has nothing to press. */
function waitingFor(t: Translate, what: HostStep['kind'], hall: Hall): StepWords | null {
  if (what === 'answer_first') return words(t('hall.answer'), t('host.answerFirst'));
  if (what === 'draw_first') return words(t('host.drawFirstTitle'), t('host.drawFirst'));
  if (what !== 'attendance_first') return null;
  const names = unaccounted(hall).map(({ firmName }) => firmName);
  const text = t('host.attendanceFirst', { names: names.join(t('list.comma')) });
  return words(t('host.attendanceTitle'), text);
}

function beforeSigning(t: Translate, hall: Hall): string {
  return sealedBasePrices(hall).length > 0
    ? t('basePrice.notYet')
    : t('host.beginSigningText', { count: hall.objections.length });
}

function words(act: string, text: string): StepWords {
  return { title: act, text, act };
}
