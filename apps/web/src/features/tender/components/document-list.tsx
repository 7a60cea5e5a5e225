import { currentDocuments } from '@core/tender';
import { Button } from 'antd';
import { documentLink, documentUrl } from '../../../shared/api/client';
import type { TenderDetail, TenderDocument } from '../../../shared/api/wire';
import { useSessionState } from '../../../shared/auth/session';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { Empty } from '../../../shared/ui/empty';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Icon } from '../../../shared/ui/icon';
import { Note } from '../../../shared/ui/note';
import { openLink } from '../../../shared/files/save-file';
import { fileSize } from '../words';
import './document-list.css';

type Listed = Pick<TenderDetail, 'id' | 'documents' | 'documentsGate'>;

/** The published files: resumable, each with its fingerprint; free, or for those who signed up where a rule says so. */
export function DocumentList({ tender }: { readonly tender: Listed }) {
  const t = useT();
  const { documents, documentsGate } = tender;
  if (documents.length === 0) {
    const next = documentsGate === null ? 'tender.noDocumentsNext' : 'tender.noDocumentsGated';
    return <Empty fact={t('tender.noDocuments')} next={t(next)} />;
  }
  const current = currentDocuments(documents);
  const older = documents.filter((document) => !current.includes(document));
  return (
    <>
      {documentsGate === null ? null : <Gate gate={documentsGate} />}
      <Documents tender={tender} documents={current} />
      {older.length === 0 ? null : (
        <details>
          <summary>{t('tender.olderDocuments', { count: older.length })}</summary>
          <Documents tender={tender} documents={older} />
        </details>
      )}
    </>
  );
}

/** Says that the documents are for those who signed up, and by which rule. */
function Gate({ gate }: { readonly gate: NonNullable<Listed['documentsGate']> }) {
  const t = useT();
  const { locale } = useLanguage();
  const { ruleId, citation, quote, status } = gate;
  const summary = locale === 'en' ? gate.en : gate.zh;
  return (
    <Note>
      {t('tender.documentsGated')}{' '}
      <CiteChip
        citation={{ ruleId, citation, quote, summary, unverified: status === 'unverified' }}
      />
    </Note>
  );
}

function Documents({
  tender,
  documents,
}: {
  readonly tender: Listed;
  readonly documents: readonly TenderDocument[];
}) {
  const t = useT();
  return (
    <ul>
      {documents.map((document) => (
        <li key={document.id} className="document">
          <Icon name="document" />
          <div className="grow">
            <b>{document.title}</b>
            <div className="document__meta">
              <span>{document.name}</span>
              {document.clarification === null ? null : (
                <span>{t('tender.withClarification', { number: document.clarification })}</span>
              )}
              <span className="number">
                {t('tender.documentMeta', { size: fileSize(document.size) })}
              </span>
              <Fingerprint digest={document.sha256} />
            </div>
          </div>
          <Download tender={tender} document={document} />
        </li>
      ))}
    </ul>
  );
}

/** A plain link where the file is free; else a button that asks for one, which tells why where it is refused. */
function Download({
  tender: { id, documentsGate },
  document,
}: {
  readonly tender: Listed;
  readonly document: TenderDocument;
}) {
  const t = useT();
  const { status } = useSessionState();
  const icon = <Icon name="download" />;
  const label = t('tender.downloadLabel', { title: document.title });
  if (documentsGate === null) {
    return (
      <Button
        size="small"
        href={documentUrl(id, document.id)}
        download={document.name}
        icon={icon}
        aria-label={label}
      >
        {t('tender.download')}
      </Button>
    );
  }
  if (status !== 'signed-in') return null;
  const download = async () => {
    openLink(await documentLink(id, document.id, true), document.name);
  };
  return (
    <ActButton small icon={icon} label={label} onAct={download}>
      {t('tender.download')}
    </ActButton>
  );
}
