// Messages over the canvas: what was done, what could not be done, what is being done.
import { busy } from '../state/actions.ts';
import { dismiss, notices } from '../state/notices.ts';
import { IconButton } from '../ui/basics.tsx';

export const Notices = () => (
  <div class="notices" aria-live="polite">
    {busy.value && (
      <p class="notice">
        <span class="progress-bar" aria-hidden="true" /> <span>{busy.value}…</span>
      </p>
    )}
    {notices.value.map((notice) => (
      <p class={`notice ${notice.kind}`} key={notice.id} role={notice.kind === 'problem' ? 'alert' : 'status'}>
        <span>{notice.text}</span>
        <IconButton icon="close" label="Dismiss" onClick={() => dismiss(notice.id)} />
      </p>
    ))}
  </div>
);
