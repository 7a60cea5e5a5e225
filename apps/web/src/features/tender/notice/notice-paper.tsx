import { Button } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import './notice-paper.css';

/** A notice as it will be read, on paper: headings stand out, everything else is as it was typed. */
export function NoticePaper({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useT();
  return (
    <div className="stack">
      <article className="notice-paper" lang="zh-CN" aria-label={t('notice.preview')}>
        <h2>{title}</h2>
        {text.split('\n').map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </article>
      <div>
        <Button icon={<Icon name="print" />} onClick={printPaper}>
          {t('notice.print')}
        </Button>
      </div>
    </div>
  );
}

function Line({ line }: { readonly line: string }) {
  if (/^[一二三四五六七八九十]+、/.test(line)) return <h3>{line}</h3>;
  return <p>{line}</p>;
}

/** Prints the paper alone. */
function printPaper(): void {
  const { classList } = document.body;
  classList.add('prints-paper');
  window.print();
  classList.remove('prints-paper');
}
