import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { StatementLine } from '../../../shared/api/wire';
import { FileButton } from '../../../shared/files/file-button';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Money } from '../../../shared/ui/money';
import { Note } from '../../../shared/ui/note';
import { RecordList } from '../../../shared/ui/record-list';

interface Tried {
  readonly text: string;
  readonly lines: readonly StatementLine[];
  readonly isTaken: boolean;
}

/** The text of a file, in UTF-8 or as banks in China save it. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function send(text: string, trial: boolean) {
  return bodyOf(api.POST('/api/bid-securities/statements', { body: { text, trial } }));
}

/** A bank statement: tried line by line, then the very same text is taken in. */
export function StatementCard() {
  const t = useT();
  const refresh = useRefresh();
  const [tried, setTried] = useState<Tried | null>(null);
  const [error, setError] = useState<unknown>(null);
  const check = async (file: File) => {
    setError(null);
    setTried(null);
    try {
      const text = await textOf(file);
      setTried({ text, lines: await send(text, true), isTaken: false });
    } catch (reason) {
      setError(reason);
    }
  };
  const take = async (text: string) => {
    setTried({ text, lines: await send(text, false), isTaken: true });
    await refresh();
  };
  return (
    <Card title={t('security.statement')}>
      <p className="small muted">{t('security.statementText')}</p>
      <FileButton
        label={t('security.statementChoose')}
        accept=".csv,.txt"
        onChoose={(file) => void check(file)}
      />
      {error === null ? null : <ErrorNote error={error} />}
      {tried === null ? null : <Report tried={tried} onTake={() => take(tried.text)} />}
    </Card>
  );
}

function Report({
  tried: { lines, isTaken },
  onTake,
}: {
  readonly tried: Tried;
  readonly onTake: () => Promise<void>;
}) {
  const t = useT();
  const good = lines.filter(({ outcome }) => outcome === 'taken').length;
  return (
    <>
      <Note tone={isTaken || good === lines.length ? 'ok' : 'warn'}>
        <p role="status">
          {isTaken
            ? t('security.statementTaken', { good })
            : t('security.statementCount', { good, rest: lines.length - good })}
        </p>
      </Note>
      <RecordList
        caption={t('security.statement')}
        rows={lines}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: 'line',
            title: t('security.line'),
            place: 'title',
            cell: ({ line }) => t('security.lineNumber', { line }),
          },
          {
            key: 'outcome',
            title: t('security.outcome'),
            cell: ({ outcome }) => t(`security.outcome.${outcome}`),
          },
          {
            key: 'sum',
            title: t('security.sum'),
            place: 'main',
            align: 'end',
            cell: ({ sumFen }) => (sumFen === null ? t('common.none') : <Money fen={sumFen} />),
          },
        ]}
      />
      {isTaken || good === 0 ? null : (
        <div>
          <ActButton primary onAct={onTake}>
            {t('security.statementAct', { good })}
          </ActButton>
        </div>
      )}
    </>
  );
}
