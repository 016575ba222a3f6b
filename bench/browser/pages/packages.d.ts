// The few lines of the other renderers' types that their pages use: their packages are only there where they are measured.
declare module 'vis-network/standalone' {
  export class Network {
    constructor(container: HTMLElement, data: { nodes: object[]; edges: object[] }, options: object);
    once(event: 'afterDrawing', listener: () => void): void;
  }
}
declare module 'cytoscape' {
  export default function cytoscape(options: object): { one(event: 'render', listener: () => void): void };
}
