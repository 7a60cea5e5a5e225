/** Has the browser download what is at an address, as if a link had been followed. */
export function openLink(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Saves a text or bytes as a file of this computer. */
export function saveFile(name: string, content: string | Blob): void {
  const blob =
    typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content;
  const url = URL.createObjectURL(blob);
  openLink(url, name);
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What the client gives of a file the server answered with. */
export interface Answer {
  readonly data?: unknown;
  readonly response: Response;
}

/** Saves a file the server answered with, under the name it gave it, or `name` where it gave none. */
export function saveAnswer({ data, response }: Answer, name: string): void {
  const given = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '');
  if (data instanceof Blob) saveFile(given?.[1] ? decodeURIComponent(given[1]) : name, data);
}
