import { Link } from '@tanstack/react-router';
import type { TenderCard } from '../../../shared/api/wire';
import { monthDayTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Money } from '../../../shared/ui/money';
import { StatusChip } from '../../../shared/ui/status-chip';
import { tenderStatus } from '../../../shared/ui/status-words';
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
          <StatusChip status={tenderStatus(item)} />
          <span>
            {t('tender.place', {
              category: categoryWord(t, item.category),
              region: item.region,
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
  if (item.ceilingFen === null) return <div className="tender-row__sum" />;
  return (
    <div className="tender-row__sum">
      <Money fen={item.ceilingFen} unit="tenThousands" />
      <div className="small muted">{t('tender.ceiling')}</div>
    </div>
  );
}

function When({ item }: { readonly item: TenderCard }) {
  const t = useT();
  const { now } = useServerClock();
  if (item.deadline === null) return null;
  if (item.state === 'published' && item.suspendedAt === null) {
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
      <div>{t('tender.openAt', { at: monthDayTime(item.deadline) })}</div>
      {item.publishedAt === null ? null : (
        <div>{t('tender.publishedAt', { at: monthDayTime(item.publishedAt) })}</div>
      )}
    </div>
  );
}
