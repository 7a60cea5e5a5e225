import { currentDocuments } from '@core/tender';
import { Button } from 'antd';
import { documentUrl } from '../../../shared/api/client';
import type { TenderDocument } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Icon } from '../../../shared/ui/icon';
import { fileSize } from '../words';
import './tender-process.css';

/** The published files: free, resumable, each with its fingerprint. */
export function DocumentList({
  tenderId,
  documents,
}: {
  readonly tenderId: string;
  readonly documents: readonly TenderDocument[];
}) {
  const t = useT();
  if (documents.length === 0) {
    return <Empty fact={t('tender.noDocuments')} next={t('tender.noDocumentsNext')} />;
  }
  const current = currentDocuments(documents);
  const older = documents.filter((document) => !current.includes(document));
  return (
    <>
      <Documents tenderId={tenderId} documents={current} />
      {older.length === 0 ? null : (
        <details>
          <summary>{t('tender.olderDocuments', { count: older.length })}</summary>
          <Documents tenderId={tenderId} documents={older} />
        </details>
      )}
    </>
  );
}

function Documents({
  tenderId,
  documents,
}: {
  readonly tenderId: string;
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
          <Button
            size="small"
            href={documentUrl(tenderId, document.id)}
            download={document.name}
            icon={<Icon name="download" />}
            aria-label={t('tender.downloadLabel', { title: document.title })}
          >
            {t('tender.download')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
