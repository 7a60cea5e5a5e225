import { useState } from 'react';
import type { Notice, TenderDetail } from '../../../shared/api/wire';
import { noticeUrl } from '../../../shared/api/client';
import { dateTime } from '../../../shared/i18n/dates';
import type { Translate } from '../../../shared/i18n/catalogue';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { StatusChip } from '../../../shared/ui/status-chip';
import { processOf, type ProcessStage } from '../process';
import { DocumentList } from './document-list';
import './tender-process.css';

/** Everything that was published, stage by stage; or the documents alone. */
export function TenderProcess({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const [documentsOnly, setDocumentsOnly] = useState(false);
  return (
    <section className="card" aria-label={t('tender.process')}>
      <header className="card__head">
        <h2>{documentsOnly ? t('tender.documents') : t('tender.process')}</h2>
        <p className="small muted">{t('tender.processLead')}</p>
        <button
          type="button"
          className="link-button small no-print"
          onClick={() => setDocumentsOnly(!documentsOnly)}
        >
          {documentsOnly ? t('tender.wholeProcess') : t('tender.documentsOnly')}
        </button>
      </header>
      <div className="card__body">
        {documentsOnly ? (
          <DocumentList tender={tender} />
        ) : (
          <ol className="process">
            {processOf(tender).map((part) => (
              <Part key={part.stage.stage} part={part} tender={tender} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

function stageText(
  t: Translate,
  stage: ProcessStage['stage']['stage'],
  { documentsGate }: TenderDetail,
): string {
  return stage === 'sign_up' && documentsGate !== null
    ? t('stageText.signUpFirst')
    : t(`stageText.${stage}`);
}

function Part({
  part: { stage, notices },
  tender,
}: {
  readonly part: ProcessStage;
  readonly tender: TenderDetail;
}) {
  const t = useT();
  return (
    <li className={`process__stage process__stage--${stage.state}`}>
      <i className="process__mark">
        {stage.state === 'done' ? <Icon name="check" /> : null}
        {stage.state === 'failed' ? <Icon name="close" /> : null}
      </i>
      <h3 className="row">
        {t(`stage.${stage.stage}`)}
        {stage.state === 'now' ? <StatusChip status="now" /> : null}
        {stage.state === 'failed' ? <StatusChip status="failed" /> : null}
        {stage.at === null ? null : (
          <time className="process__at number" dateTime={stage.at}>
            {dateTime(stage.at)}
          </time>
        )}
      </h3>
      <p className="small muted">{stageText(t, stage.stage, tender)}</p>
      {notices.map((notice) => (
        <NoticeText key={notice.id} tenderId={tender.id} notice={notice} />
      ))}
      {stage.stage === 'bidding' && tender.documents.length > 0 ? (
        <DocumentList tender={tender} />
      ) : null}
    </li>
  );
}

const NOTICE_KINDS = [
  'tender_notice',
  'direct_choice_notice',
  'clarification_notice',
  'suspension_notice',
  'resumption_notice',
  'termination_notice',
  'opening_record',
  'candidates_notice',
  'admission_notice',
  'award_notice',
  'failed_notice',
  'lot_failed_notice',
  'result_changed_notice',
  'contract_notice',
  'contract_change_notice',
  'acceptance_notice',
  'call_off_notice',
  'removal_notice',
  'price_notice',
  'summary_notice',
  'complaint_notice',
] as const;

/** What kind of notice it is; a kind of the future stands with its own title. */
function noticeTitle(t: ReturnType<typeof useT>, notice: Notice): string {
  const kind = NOTICE_KINDS.find((one) => one === notice.kind);
  return kind === undefined ? notice.title : t(`noticeKind.${kind}`);
}

function NoticeText({ tenderId, notice }: { readonly tenderId: string; readonly notice: Notice }) {
  const t = useT();
  return (
    <details className="process__notice">
      <summary>
        <b>{noticeTitle(t, notice)}</b>
        <span className="tiny muted number">
          {t('tender.publishedAt', { at: dateTime(notice.publishedAt) })}
        </span>
      </summary>
      <div className="process__text measure">{notice.text}</div>
      {notice.hasFile ? (
        <p className="process__file">
          <a href={noticeUrl(tenderId, notice.id)}>{t('tender.noticeFile')}</a>
        </p>
      ) : null}
    </details>
  );
}
