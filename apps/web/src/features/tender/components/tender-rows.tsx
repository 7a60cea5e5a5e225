import { Link } from '@tanstack/react-router';
import type { TenderCard } from '../../../shared/api/wire';
import { monthDayTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Money } from '../../../shared/ui/money';
import { StatusChip } from '../../../shared/ui/status-chip';
import { TENDER_STATUS } from '../../../shared/ui/status-words';
import { categoryWord, timeLeft } from '../words';
import './tender-rows.css';

/** Tenders as a list: title, state, sum, time left. */
export function TenderRows({ items }: { readonly items: readonly TenderCard[] }) {
  return (
    <ul>
      {items.map((item) => (
        <TenderRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function TenderRow({ item }: { readonly item: TenderCard }) {
  const t = useT();
  return (
    <li className="tender-row">
      <div className="tender-row__what">
        <Link
          to="/tenders/$tenderId"
          params={{ tenderId: item.id }}
          className="tender-row__title"
          data-row-link
        >
          {item.title}
        </Link>
        <div className="row small muted tender-row__meta">
          <StatusChip status={TENDER_STATUS[item.stage]} />
          <span>
            {t('tender.place', {
              category: categoryWord(t, item.category),
              region: item.regionName,
            })}
          </span>
          <span className="number">{t('tender.code', { code: item.code })}</span>
        </div>
      </div>
      <Sum item={item} />
      <When item={item} />
    </li>
  );
}

function Sum({ item }: { readonly item: TenderCard }) {
  const t = useT();
  const fen = item.ceilingFen ?? item.estimateFen;
  if (fen === undefined) return <div className="tender-row__sum" />;
  return (
    <div className="tender-row__sum">
      <Money fen={fen} unit="tenThousands" />
      <div className="small muted">
        {item.ceilingFen === undefined ? t('tender.estimate') : t('tender.ceiling')}
      </div>
    </div>
  );
}

function When({ item }: { readonly item: TenderCard }) {
  const t = useT();
  const { now } = useServerClock();
  if (item.stage === 'published') {
    return (
      <div>
        <b>{now === null ? t('common.none') : timeLeft(t, now, item.deadline)}</b>
        <div className="small muted number">
          {t('tender.deadlineAt', { at: monthDayTime(item.deadline) })}
        </div>
      </div>
    );
  }
  return (
    <div className="small muted number">
      <div>{t('tender.openAt', { at: monthDayTime(item.openAt) })}</div>
      <div>{t('tender.publishedAt', { at: monthDayTime(item.publishedAt) })}</div>
    </div>
  );
}
