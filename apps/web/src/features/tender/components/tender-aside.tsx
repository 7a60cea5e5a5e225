import { useMemo } from 'react';
import type { TenderDetail } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { Countdown } from '../../../shared/ui/countdown';
import { Money } from '../../../shared/ui/money';
import { Tally } from '../../../shared/ui/tally';
import { VerifyBadge } from '../../../shared/ui/verify-badge';
import { documentCheck } from '../verify-documents';
import { categoryWord, methodWord } from '../words';
import './tender-aside.css';

/** The deadline, the facts, and the way to check the files. */
export function TenderAside({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  return (
    <aside className="stack">
      <section className="card card__body">
        <Countdown
          from={tender.publishedAt}
          to={tender.deadline}
          label={t('tender.deadline')}
          atZero={t('tender.atZero')}
        />
      </section>
      <Facts tender={tender} />
      <VerifyCard tender={tender} />
    </aside>
  );
}

function Facts({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const { ceilingFen, estimateFen } = tender;
  return (
    <section className="card">
      <header className="card__head">
        <h2>{t('tender.facts')}</h2>
      </header>
      <dl className="facts card__body">
        {ceilingFen === undefined ? null : (
          <>
            <dt>{t('tender.ceiling')}</dt>
            <dd>
              <Money fen={ceilingFen} capitals size="l" />
            </dd>
          </>
        )}
        {estimateFen === undefined ? null : (
          <>
            <dt>{t('tender.estimate')}</dt>
            <dd>
              <Money fen={estimateFen} />
            </dd>
          </>
        )}
        <dt>{t('tender.method')}</dt>
        <dd>{methodWord(t, tender.method)}</dd>
        <dt>{t('tender.category')}</dt>
        <dd>{categoryWord(t, tender.category)}</dd>
        <dt>{t('tender.region')}</dt>
        <dd>{tender.regionName}</dd>
        <dt>{t('tender.published')}</dt>
        <dd className="number">{dateTime(tender.publishedAt)}</dd>
        <dt>{t('tender.ruleSet')}</dt>
        <dd>{tender.ruleSet.title}</dd>
      </dl>
      {tender.citations.length === 0 ? null : (
        <div className="row tender-aside__citations">
          {tender.citations.map((citation) => (
            <CiteChip key={citation.ruleId} citation={citation} />
          ))}
        </div>
      )}
    </section>
  );
}

function VerifyCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const check = useMemo(
    () => documentCheck(t, tender.id, tender.documents),
    [t, tender.id, tender.documents],
  );
  return (
    <section className="card card__body no-print">
      <h3 className="row tender-aside__verify">
        <Tally state="apart" />
        {t('tender.verifyTitle')}
      </h3>
      <p className="small muted">{t('tender.verifyText')}</p>
      <VerifyBadge
        label={t('tender.verify')}
        check={check}
        {...(tender.documents.length === 0 ? { unavailable: t('tender.verifyNone') } : {})}
      />
    </section>
  );
}
