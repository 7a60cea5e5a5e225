import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Icon } from '../../../shared/ui/icon';
import { Note } from '../../../shared/ui/note';
import { QrCode } from '../../../shared/ui/qr-code';
import { saveFile } from '../../../shared/files/save-file';
import type { Keyed } from '../use-submission';

/** The key must be saved before anything is sent: without it the bid stays shut for ever. */
export function KeyCard({
  keyed,
  error,
  onSubmit,
}: {
  readonly keyed: Keyed;
  readonly error: unknown;
  readonly onSubmit: () => void;
}) {
  const t = useT();
  const [downloaded, setDownloaded] = useState(false);
  const [ticked, setTicked] = useState(false);
  const { reserved, sealed, passphrase } = keyed;
  const download = () => {
    saveFile(`${reserved.id}.opening-key.json`, sealed.keyText);
    setDownloaded(true);
  };
  return (
    <div className="stack">
      <Note tone="warn">{t('bid.keyLead')}</Note>
      <div className="row no-print">
        <Button
          type={downloaded ? 'default' : 'primary'}
          size="large"
          icon={<Icon name="download" />}
          onClick={download}
        >
          {t('bid.keyDownload')}
        </Button>
        <Button size="large" icon={<Icon name="print" />} onClick={() => window.print()}>
          {t('bid.keyPrint')}
        </Button>
      </div>
      <div className="key-sheet">
        <QrCode text={passphrase} label={t('bid.keyScan')} size={120} />
        <div className="grow">
          <h2 className="bid__part">{t('bid.keyPassphrase')}</h2>
          <p className="mono key-sheet__words">{passphrase}</p>
          <p className="small muted">{t('bid.keyPassphraseText')}</p>
          <p className="tiny muted mono">{t('bid.keySheet', { bid: reserved.id })}</p>
        </div>
      </div>
      {error === undefined ? null : <ErrorNote error={error} />}
      <Checkbox
        disabled={!downloaded}
        checked={ticked}
        onChange={(event) => setTicked(event.target.checked)}
      >
        {t('bid.keySaved')}
      </Checkbox>
      {downloaded && ticked ? null : <p className="small muted">{t('bid.keyFirst')}</p>}
      <Button
        type="primary"
        size="large"
        block
        disabled={!downloaded || !ticked}
        onClick={onSubmit}
      >
        {t('bid.keyContinue')}
      </Button>
    </div>
  );
}
