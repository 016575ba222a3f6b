// The words of a tree of HTML elements, paragraph by paragraph, without what a reader of the page does not see.

/** What of the DOM is needed here. */
export interface TreeNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  firstChild: TreeNode | null;
  nextSibling: TreeNode | null;
  parentNode: TreeNode | null;
  getAttribute?(name: string): string | null;
  hasAttribute?(name: string): boolean;
}

const names = (list: string): ReadonlySet<string> => new Set(list.toUpperCase().split(' '));
const unseen = names(
  'script style noscript template iframe object embed svg canvas audio video select button input textarea head title',
);
/** What stands around an article on its page. */
const around = names('nav aside footer dialog menu');
const blocks = names(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 ' +
    'h2 h3 h4 h5 h6 header hgroup hr main nav ol p pre section summary table ul caption',
);
const lines = names('li tr br');
const cells = names('td th');

const isHidden = (node: TreeNode): boolean =>
  node.hasAttribute?.('hidden') === true ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute?.('style') ?? '');

/** Gathers words with the breaks between them; of several breaks in a row the widest counts. */
class Words {
  readonly #parts: string[] = [];
  #break = '';

  text(words: string): void {
    const folded = words.replace(/[^\S\u00a0]+/g, ' ');
    const inner = this.#break === '' || this.#break === ' ' ? folded : folded.trimStart();
    if (inner === '') return;
    if (inner === ' ') {
      this.break(' ');
      return;
    }
    if (this.#parts.length > 0) this.#parts.push(this.#break === ' ' && inner.startsWith(' ') ? '' : this.#break);
    this.#break = '';
    const trimmed = inner.trimEnd();
    this.#parts.push(trimmed);
    if (trimmed.length < inner.length) this.break(' ');
  }

  /** As it stands there, line by line. */
  verbatim(words: string): void {
    if (this.#parts.length > 0) this.#parts.push(this.#break);
    this.#break = '';
    this.#parts.push(words);
  }

  break(mark: ' ' | '\t' | '\n' | '\n\n'): void {
    const order = ['', ' ', '\t', '\n', '\n\n'];
    if (order.indexOf(mark) > order.indexOf(this.#break)) this.#break = mark;
  }

  toString(): string {
    return this.#parts.join('');
  }
}

/**
 * The text of an element: paragraphs, headings and the like apart by a blank line, list items and table rows by a line
 * break, cells by a tab. `bare` also leaves out what stands around an article: navigation, asides, the page's foot.
 * Walks without recursion, so that no depth of nesting is too deep.
 */
export function blockText(root: TreeNode, { bare = false }: { bare?: boolean } = {}): string {
  const words = new Words();
  const skips = (node: TreeNode): boolean =>
    unseen.has(node.nodeName.toUpperCase()) || (bare && around.has(node.nodeName.toUpperCase())) || isHidden(node);
  const edge = ({ nodeName }: TreeNode): void => {
    const name = nodeName.toUpperCase();
    if (blocks.has(name)) words.break('\n\n');
    else if (lines.has(name)) words.break('\n');
    else if (cells.has(name)) words.break('\t');
  };
  let node: TreeNode | null = root;
  let inPre = 0;
  while (node !== null) {
    const isElement: boolean = node.nodeType === 1;
    if (node.nodeType === 3) {
      if (inPre > 0) words.verbatim(node.nodeValue ?? '');
      else words.text(node.nodeValue ?? '');
    }
    const enters: boolean = isElement ? !skips(node) : node === root;
    if (isElement) edge(node);
    if (enters && node.firstChild !== null) {
      if (node.nodeName.toUpperCase() === 'PRE') inPre += 1;
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node?.nodeType === 1) edge(node);
      if (node?.nodeName.toUpperCase() === 'PRE') inPre -= 1;
    }
    node = node === root || node === null ? null : node.nextSibling;
  }
  return words.toString();
}
