import type { AppFrame } from './app-frame.ts';

/** The one modal window a page can have open. */
export class Modals {
  #open: { readonly frame: AppFrame; readonly shade: HTMLElement; readonly closed: () => void } | undefined;

  /** Shows a frame over the page. `closed` is called once, however it is closed. */
  open(frame: AppFrame, { width, height }: Readonly<Record<string, unknown>>, closed: () => void): void {
    this.close();
    const shade = document.createElement('div');
    shade.className = 'shade';
    shade.innerHTML =
      '<div class="modal" role="dialog" aria-label="Lethe"><button type="button" class="close" aria-label="Close">×</button></div>';
    frame.element.style.width = typeof width === 'string' ? width : '560px';
    frame.element.style.height = typeof height === 'string' ? height : '400px';
    shade.querySelector('.modal')?.append(frame.element);
    shade.querySelector('.close')?.addEventListener('click', () => this.close());
    document.body.append(shade);
    frame.element.focus();
    this.#open = { frame, shade, closed };
  }

  /** Takes the window off the page, if there is one, and tells who opened it. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    open?.frame.remove();
    open?.shade.remove();
    open?.closed();
  }
}
