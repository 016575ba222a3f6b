// A button that is an icon.
import { Icon, type IconName } from './marks.tsx';

interface IconButtonProps {
  icon: IconName;
  label: string;
  onClick: () => void;
  pressed?: boolean;
  disabled?: boolean;
  keys?: string;
  kind?: string;
  /** Shown on hover in the place of the label. */
  title?: string;
}
/** A button with an icon only; its label is spoken and shown on hover, with its key. */
export const IconButton = ({ icon, label, onClick, pressed, disabled, keys, kind, title }: IconButtonProps) => (
  <button
    type="button"
    class={kind ? `icon-button ${kind}` : 'icon-button'}
    aria-label={label}
    title={title ?? (keys ? `${label} (${keys})` : label)}
    onClick={onClick}
    disabled={disabled ?? false}
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    {...(keys ? { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') } : {})}
  >
    <Icon name={icon} />
  </button>
);
