import { Button } from 'antd';
import { useRef } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { fileSize } from '../../tender/words';

/** The files of a bid; each may be exchanged or left out before sealing. */
export function FileChooser({
  files,
  onChange,
}: {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const add = (chosen: FileList | null) => {
    const fresh = [...(chosen ?? [])];
    const names = new Set(fresh.map((file) => file.name));
    onChange([...files.filter((file) => !names.has(file.name)), ...fresh]);
    if (input.current) input.current.value = '';
  };
  return (
    <div className="stack">
      {files.length === 0 ? <p className="small muted">{t('bid.noFiles')}</p> : null}
      <ul>
        {files.map((file) => (
          <li key={file.name} className="bid-file">
            <Icon name="document" />
            <span className="grow">
              <b>{file.name}</b>
              <span className="small muted number">
                {' '}
                {fileSize(file.size)} · {t('bid.selected')}
              </span>
            </span>
            <button
              type="button"
              className="link-button"
              aria-label={t('form.removeOf', { what: file.name })}
              onClick={() => onChange(files.filter((one) => one !== file))}
            >
              {t('form.remove')}
            </button>
          </li>
        ))}
      </ul>
      <div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t('bid.addFiles')}
          onChange={(event) => add(event.target.files)}
        />
        <Button icon={<Icon name="document" />} onClick={() => input.current?.click()}>
          {t('bid.addFiles')}
        </Button>
      </div>
    </div>
  );
}
