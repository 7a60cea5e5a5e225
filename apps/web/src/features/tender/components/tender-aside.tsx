import { useMemo, type ReactNode } from 'react';
import type { TenderDetail } from '../../../shared/api/wire';
import { useSessionState } from '../../../shared/auth/session';
import { dateTime } from '../../../shared/i18n/dates';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { judgedRules } from '../../../shared/ui/judged-rules';
import { Money } from '../../../shared/ui/money';
import { Tally } from '../../../shared/ui/tally';
import { VerifyBadge } from '../../../shared/ui/verify-badge';
import { BasePriceFacts } from '../../base-price/public-facts';
import { ParticipationCard } from '../../contractor-pool/components/participation-card';
import { DrawLinks } from '../../award/result-card';
import { HallLink } from '../../opening/components/hall-link';
import { SignUpCard } from '../../sign-up/components/sign-up-card';
import { VerifyAllCard } from '../../verify/verify-all-card';
import { PlanFacts } from '../plan/plan-facts';
import '../plan/plan.css';
import { documentCheck } from '../verify-documents';
import { categoryWord } from '../words';
import { DeadlineLeft } from './deadline-left';
import './tender-aside.css';

/** The deadline, the facts, and the way to check the files. */
export function TenderAside({ tender }: { readonly tender: TenderDetail }) {
  return (
    <aside className="stack">
      {tender.publishedAt === null || tender.deadline === null ? null : (
        <section className="card card__body">
          <DeadlineLeft tender={tender} />
        </section>
      )}
      <HallLink tender={tender} />
      {tender.method === 'lottery' ? (
        <ParticipationCard tender={tender} />
      ) : (
        <SignUpCard tender={tender} />
      )}
      <Facts tender={tender} />
      <DrawLinks tender={tender} />
      <VerifyCard tender={tender} />
      <VerifyAllCard tenderId={tender.id} />
    </aside>
  );
}

function Facts({ tender }: { readonly tender: TenderDetail }) {
  const language = useLanguage();
  const { t } = language;
  const { ceilingFen, publishedAt, timetable } = tender;
  return (
    <section className="card">
      <header className="card__head">
        <h2>{t('tender.facts')}</h2>
      </header>
      <dl className="facts card__body">
        {ceilingFen === null ? null : (
          <Fact label={t('tender.ceiling')}>
            <Money fen={ceilingFen} capitals size="l" />
          </Fact>
        )}
        <BasePriceFacts tender={tender} />
        {tender.agencyName === null ? null : (
          <Fact label={t('tender.agency')}>{tender.agencyName}</Fact>
        )}
        {tender.unifiedCode === null ? null : (
          <Fact label={t('tender.unifiedCode')}>
            <span className="mono">{tender.unifiedCode}</span>
          </Fact>
        )}
        <Fact label={t('tender.method')}>{t(`method.${tender.method}`)}</Fact>
        <MethodBasis tender={tender} />
        <PlanFacts tender={tender} />
        <Fact label={t('tender.category')}>{categoryWord(t, tender.category)}</Fact>
        <Fact label={t('tender.region')}>{tender.region}</Fact>
        {publishedAt === null ? null : (
          <Fact label={t('tender.published')}>{dateTime(publishedAt)}</Fact>
        )}
        {tender.bidValidityDays === null ? null : (
          <Fact label={t('tender.bidValidity')}>
            {t('tender.bidValidityDays', { days: tender.bidValidityDays })}
          </Fact>
        )}
        {timetable === null ? null : (
          <>
            <Fact label={t('tender.documentsUntil')}>{dateTime(timetable.documentsUntil)}</Fact>
            <Fact label={t('tender.clarifyUntil')}>{dateTime(timetable.clarifyUntil)}</Fact>
            <Fact label={t('tender.objectUntil')}>{dateTime(timetable.objectUntil)}</Fact>
          </>
        )}
        <Fact label={t('tender.ruleSet')}>
          <span className="mono">{tender.ruleSetId}</span>
          <br />
          <Fingerprint digest={tender.ruleSetHash} />
        </Fact>
      </dl>
      {tender.findings.length === 0 ? null : (
        <div className="row tender-aside__citations">
          {judgedRules(tender.findings, language).map((judged) => (
            <CiteChip key={judged.citation.ruleId} {...judged} />
          ))}
        </div>
      )}
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="number">{children}</dd>
    </>
  );
}

function VerifyCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const { status } = useSessionState();
  const check = useMemo(() => documentCheck(t, tender), [t, tender]);
  // Files that are for those who signed up cannot be fetched here by anybody else.
  if (tender.documentsGate !== null && status !== 'signed-in') return null;
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

/** What a lottery or an invitation rests on. */
function MethodBasis({ tender: { basis } }: { readonly tender: TenderDetail }) {
  const t = useT();
  if (basis === null) return null;
  return (
    <Fact label={t('basis.title')}>
      {basis.documentNumber}
      <br />
      {basis.fairCompetitionReview ?? basis.condition}
      <br />
      <Fingerprint digest={basis.sha256} />
    </Fact>
  );
}
