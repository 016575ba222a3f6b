// Wishes to the camera: any part of the page may make one, the stage carries it out.
import { signal } from '@preact/signals';

export type CameraWish =
  | { kind: 'fit' }
  | { kind: 'home' }
  | { kind: 'stand'; at: { x: number; y: number; ratio: number } }
  | { kind: 'centre'; key: string }
  | { kind: 'zoom'; factor: number };

/** The latest wish; a new object each time, so that the same wish can be made twice. */
export const cameraWish = signal<CameraWish | null>(null);
export const fit = (): void => {
  cameraWish.value = { kind: 'fit' };
};
/** To the frame of the layout. */
export const home = (): void => {
  cameraWish.value = { kind: 'home' };
};
export const centre = (key: string): void => {
  cameraWish.value = { kind: 'centre', key };
};
/** To where the camera of a view stands; null: to the frame. */
export const stand = (at: { x: number; y: number; ratio: number } | null): void => {
  cameraWish.value = at === null ? { kind: 'home' } : { kind: 'stand', at };
};
export const zoom = (factor: number): void => {
  cameraWish.value = { kind: 'zoom', factor };
};
