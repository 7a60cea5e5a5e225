import type { StepName } from '@core/bundle';
import { LANGUAGES, type Language } from '../src/texts';
import { outcomeView, type OutcomeView, type StepState } from './outcome';
import { PAGE_TEXTS, type PageText } from './page-texts';
import { startVerification, type Answer } from './verification';

const MARKS: Readonly<Record<StepState, string>> = { done: '✓', now: '→', later: '·', failed: '✗' };

/** The tally (look, section 6): halves apart, meeting, joined, or joined wrongly. */
const HALVES = (shift: string): string =>
  '<path d="M3 3h8.500L9.500 7.500l2 4.500-2 4.500 2 4.500H3z" fill="currentColor"/>' +
  `<path d="M13.500 3H21v18h-7.500l-2-4.500 2-4.500-2-4.500z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" transform="translate(${shift})"/>`;
const TALLIES: Readonly<Record<OutcomeView['state'], string>> = {
  running: HALVES('-.9 0'),
  agrees:
    '<path d="M3 3h18v18H3z" fill="currentColor"/><path d="m7.200 12.400 3.400 3.400 6.400-7.200" fill="none" stroke="#fff" stroke-width="2.3" stroke-linecap="round" stroke-linejoin="round"/>',
  differs: HALVES('.2 2.500'),
  impossible: HALVES('.8 0'),
};

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}

function input(id: string): HTMLInputElement {
  return element(id) as HTMLInputElement;
}

/** Takes the chosen file and forgets the choice: choosing the same file again, changed since, is a new choice. */
function chosenIn(field: HTMLInputElement): File | undefined {
  const file = field.files?.[0];
  field.value = '';
  return file;
}

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The page: one file in, one report out. `script` is the page's own, of which the worker is made. */
export class Desk {
  private language: Language = LANGUAGES[0];
  private given: Given | null = null;
  private policy: { readonly name: string; readonly text: string } | null = null;
  private done: StepName[] = [];
  private last: Answer | null = null;
  private stop: () => void = () => undefined;

  constructor(private readonly script: string) {}

  open(): void {
    const bundle = input('bundle');
    const policy = input('policy');
    bundle.addEventListener('change', () => void this.take(chosenIn(bundle)));
    policy.addEventListener('change', () => void this.trust(chosenIn(policy)));
    element('policy-drop').addEventListener('click', () => {
      this.policy = null;
      this.start();
    });
    element('language').addEventListener('click', () => {
      this.language = this.language === 'zh' ? 'en' : 'zh';
      this.speak();
    });
    element('save').addEventListener('click', () => this.save());
    this.acceptDrops();
    this.speak();
  }

  private acceptDrops(): void {
    const drop = element('drop');
    const over = (isOver: boolean) => (event: DragEvent) => {
      event.preventDefault();
      drop.classList.toggle('drop--over', isOver);
    };
    document.addEventListener('dragover', over(true));
    document.addEventListener('dragleave', over(false));
    document.addEventListener('drop', (event) => {
      over(false)(event);
      void this.take(event.dataTransfer?.files[0]);
    });
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file) return;
    this.given = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    this.start();
    element('outcome').scrollIntoView({ block: 'nearest' });
  }

  private async trust(file: File | undefined): Promise<void> {
    if (!file) return;
    this.policy = { name: file.name, text: await file.text() };
    this.start();
  }

  private start(): void {
    this.stop();
    this.done = [];
    this.last = null;
    if (this.given) {
      const job = { bundle: this.given.bytes, policy: this.policy?.text ?? null };
      this.stop = startVerification(this.script, job, (answer) => {
        if (answer.kind === 'step') this.done.push(answer.step);
        else this.last = answer;
        this.show();
      });
    }
    this.show();
  }

  private speak(): void {
    document.documentElement.lang = this.language === 'zh' ? 'zh-CN' : 'en';
    for (const one of document.querySelectorAll<HTMLElement>('[data-t]')) {
      one.textContent = PAGE_TEXTS[one.dataset.t as PageText][this.language];
    }
    const button = element('language');
    button.textContent = this.language === 'zh' ? 'English' : '中文';
    button.lang = this.language === 'zh' ? 'en' : 'zh-CN';
    this.show();
  }

  private show(): void {
    element('policy-name').textContent = this.policy?.name ?? '';
    element('policy-drop').hidden = this.policy === null;
    element('outcome').hidden = this.given === null;
    if (!this.given) return;
    const { name, bytes } = this.given;
    const chosen = element('chosen');
    chosen.hidden = false;
    chosen.textContent = `${name} (${bytes.length.toLocaleString('en')} B)`;
    this.paint(outcomeView(name, this.done, this.last, this.language));
  }

  private paint({ state, headline, demo, steps, report }: OutcomeView): void {
    element('verdict').dataset.state = state;
    element('verdict-text').textContent = headline;
    element('tally').innerHTML = TALLIES[state];
    const note = element('demo');
    note.hidden = demo === null;
    note.textContent = demo ?? '';
    element('steps').replaceChildren(
      ...steps.map((step) => {
        const line = document.createElement('li');
        line.dataset.state = step.state;
        line.textContent = `${MARKS[step.state]} ${step.label}`;
        return line;
      }),
    );
    const text = element('report');
    text.hidden = report === null;
    text.textContent = report ?? '';
    element('save').hidden = state !== 'agrees' && state !== 'differs';
  }

  private save(): void {
    const text = element('report').textContent;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    link.download = `${this.given?.name ?? 'bundle'}.report.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
