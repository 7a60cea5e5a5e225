import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Stage, TenderDetail } from '../../../shared/api/wire';
import type { Translate } from '../../../shared/i18n/catalogue';
import { monthDayTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { StageLine } from '../../../shared/ui/stage-line';
import { FactChip, StatusChip } from '../../../shared/ui/status-chip';
import { tenderStatus } from '../../../shared/ui/status-words';
import { processOf } from '../process';
import { parseTenderSearch } from '../tender-search';
import { categoryWord } from '../words';

/** When a stage began; nothing for one that is over without a moment of its own. */
function whenOf(at: string | null, state: Stage['state'], t: Translate): string {
  if (at !== null) return monthDayTime(at);
  return state === 'done' ? '' : t('tender.later');
}

/** Where we are, what it is, how far it is. */
export function TenderHead({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  return (
    <div className="tender-head">
      <div className="page">
        <nav className="tender-head__crumbs" aria-label={t('tender.breadcrumb')}>
          <Link to="/tenders">{t('tenders.title')}</Link>
          {' / '}
          <Link to="/tenders" search={parseTenderSearch({ category: tender.category })}>
            {categoryWord(t, tender.category)}
          </Link>
          {' / '}
          <span className="number">{tender.code}</span>
        </nav>
        <div className="tender-head__title">
          <div>
            <h1>{tender.title}</h1>
            <div className="row small">
              <StatusChip status={tenderStatus(tender)} />
              <FactChip>{t(`regime.${tender.regime}`)}</FactChip>
              <span className="muted">{t('tender.tenderer', { name: tender.tendererName })}</span>
            </div>
            <Calls tender={tender} />
          </div>
          <Button icon={<Icon name="print" />} onClick={() => window.print()}>
            {t('tender.print')}
          </Button>
        </div>
        <StageLine
          label={t('tender.lifeLine')}
          stages={processOf(tender).map(({ stage, notices }) => ({
            key: stage.stage,
            label: t(`stage.${stage.stage}`),
            state: stage.state,
            detail: whenOf(stage.at ?? notices[0]?.publishedAt ?? null, stage.state, t),
          }))}
        />
      </div>
    </div>
  );
}

/** The call before this one, and the one after it. */
function Calls({ tender: { previousId, nextId } }: { readonly tender: TenderDetail }) {
  const t = useT();
  if (previousId === null && nextId === null) return null;
  return (
    <p className="row small">
      {previousId === null ? null : (
        <Link to="/tenders/$tenderId" params={{ tenderId: previousId }}>
          {t('callAgain.previous')}
        </Link>
      )}
      {nextId === null ? null : (
        <Link to="/tenders/$tenderId" params={{ tenderId: nextId }}>
          {t('callAgain.next')}
        </Link>
      )}
    </p>
  );
}
