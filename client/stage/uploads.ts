// Hands a program's data to the graphics card once for each change, where sigma does so for every frame.
import type { Program, ProgramInfo } from 'sigma/rendering';

type Data = Pick<Program, 'array' | 'constantArray' | 'ATTRIBUTES' | 'CONSTANT_ATTRIBUTES'>;
type BindAttribute = (attribute: Data['ATTRIBUTES'][number], offset: number, perItem: boolean) => number;

/** What of one program is on the graphics card. For instanced programs only, as all of ours are. */
export class Uploads {
  /** One more with each change. */
  #state = 0;
  /** For each use, to be seen or to be picked from, the state that its buffer holds. */
  readonly #there = new WeakMap<ProgramInfo, number>();

  changed(): void {
    this.#state++;
  }

  /** In the place of sigma's `bindProgram`; `bindAttribute` gives the bytes that an attribute takes. */
  bind(use: ProgramInfo, data: Data, bindAttribute: BindAttribute): void {
    const { gl } = use;
    const bindAll = (attributes: Data['ATTRIBUTES'], perItem: boolean) => {
      let offset = 0;
      for (const attribute of attributes) offset += bindAttribute(attribute, offset, perItem);
    };
    const there = this.#there.get(use);
    gl.bindBuffer(gl.ARRAY_BUFFER, use.constantBuffer);
    bindAll(data.CONSTANT_ATTRIBUTES, false);
    if (there === undefined) gl.bufferData(gl.ARRAY_BUFFER, data.constantArray, gl.STATIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, use.buffer);
    bindAll(data.ATTRIBUTES, true);
    if (there !== this.#state) gl.bufferData(gl.ARRAY_BUFFER, data.array, gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    this.#there.set(use, this.#state);
  }
}
