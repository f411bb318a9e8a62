// The text of the source, with the marks of what claims quote, and the passage that is selected in it.
import { all, make, reveal } from './dom.js';
import { lines, toneClass } from './segments.js';
import { wholeWords } from './passage.js';

export class TextPane extends EventTarget {
  // The selected passage, or null.
  passage = null;
  #shown = { text: null, marks: null };

  constructor(root, store) {
    super();
    this.root = root;
    this.store = store;
    store.addEventListener('state', () => this.render());
    store.addEventListener('choice', () => this.showChoice());
    root.addEventListener('pointerup', event => this.#released(event));
    document.addEventListener('selectionchange', () => this.#touched());
  }

  get text() {
    return this.#shown.text || '';
  }

  get marks() {
    return this.store.marks;
  }

  // The claims that quote some word of the passage.
  claimsAt(passage) {
    const touching = this.marks.filter(mark => mark.start < passage.end && passage.start < mark.end);
    // The shortest quote says most about the place.
    touching.sort((one, other) => (one.end - one.start) - (other.end - other.start));
    return [...new Set(touching.flatMap(mark => mark.claims))];
  }

  render() {
    const { source, claims } = this.store.state;
    const text = source?.text ?? '', marks = JSON.stringify([this.marks, Object.entries(claims).map(([id, claim]) => [id, claim.tone])]);
    if (text === this.#shown.text && marks === this.#shown.marks) return;
    const isOther = source?.id !== this.#shown.source, scrolled = this.root.scrollTop;
    this.#shown = { text, marks, source: source?.id };
    this.root.replaceChildren(...lines(text, this.marks).map(line => this.#line(line)));
    this.root.scrollTop = isOther ? 0 : scrolled;
    this.select(isOther || !this.passage || this.passage.end > text.length ? null : this.passage, { isQuiet: true });
    this.showChoice();
  }

  #line(line) {
    return make('p', { data: { start: line.start } }, line.segments.map(segment => {
      const words = this.text.slice(segment.start, segment.end), data = { start: segment.start };
      if (!segment.claims.length) return make('span', { data }, words);
      const tone = toneClass(segment.claims.map(id => this.store.claim(id)));
      return make('mark', { class: segment.isDraft ? `${tone} draft` : tone, data: { ...data, claims: segment.claims.join(' ') } }, words);
    }));
  }

  // --- Selecting

  // Selects a passage and shows it; null selects nothing.
  select(passage, { isQuiet = false } = {}) {
    this.passage = passage;
    const range = passage && this.range(passage);
    // Where highlights are missing, the selection of the browser has to do.
    if (globalThis.CSS?.highlights) {
      if (range) CSS.highlights.set('selected', new Highlight(range));
      else CSS.highlights.delete('selected');
    }
    if (range && document.activeElement === this.root) {
      getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    }
    if (range && !isQuiet) reveal(range.getBoundingClientRect(), this.root);
  }

  range({ start, end }) {
    const range = document.createRange(), [from, to] = [this.#place(start, true), this.#place(end, false)];
    if (!from || !to) return null;
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  }

  // The node and the offset in it. An offset between two segments belongs to the later one if a passage starts there.
  #place(offset, starts) {
    const rows = this.root.children;
    let low = 0, high = rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (Number(rows[middle].dataset.start) <= offset) low = middle;
      else high = middle - 1;
    }
    const segments = [...(rows[low]?.children || [])];
    const segment = segments.findLast(each => (starts ? Number(each.dataset.start) <= offset : Number(each.dataset.start) < offset)) || segments[0];
    if (!segment?.firstChild) return null;
    return [segment.firstChild, Math.min(offset - Number(segment.dataset.start), segment.firstChild.length)];
  }

  #offset(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[offset] || node.lastChild;
    const place = element?.closest?.('[data-start]');
    if (!place) return node === this.root ? this.text.length : Number(node.dataset?.start ?? 0);
    return Number(place.dataset.start) + (node.nodeType === Node.TEXT_NODE ? offset : 0);
  }

  #nativePassage() {
    const native = getSelection();
    if (native.isCollapsed || !native.rangeCount) return null;
    const range = native.getRangeAt(0);
    if (!this.root.contains(range.startContainer) || !this.root.contains(range.endContainer)) return null;
    return wholeWords(this.text, {
      start: this.#offset(range.startContainer, range.startOffset), end: this.#offset(range.endContainer, range.endOffset)
    });
  }

  #released(event) {
    if (event.pointerType === 'touch') {
      this.#isTouched = true;
      if (getSelection().isCollapsed) this.#clicked(event);
      return;
    }
    // The browser clears an old selection only after this event.
    setTimeout(() => {
      const passage = this.#nativePassage();
      if (passage) this.#finish(passage);
      else this.#clicked(event);
    });
  }

  #isTouched = false;
  #waiting = null;

  // With a finger, a selection grows by its handles and has no end of its own.
  #touched() {
    if (!this.#isTouched) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const passage = this.#nativePassage();
      if (passage && JSON.stringify(passage) !== JSON.stringify(this.passage)) this.#finish(passage);
    }, 600);
  }

  #finish(passage) {
    this.select(passage, { isQuiet: true });
    this.dispatchEvent(new CustomEvent('finished', { detail: { passage } }));
  }

  #clicked(event) {
    const mark = event.target.closest('mark');
    if (mark) this.dispatchEvent(new CustomEvent('clicked', { detail: { claims: mark.dataset.claims.split(' ') } }));
    else this.dispatchEvent(new CustomEvent('placed', { detail: { offset: this.#offsetAt(event) } }));
  }

  // Where the pointer is, for the keyboard to go on from there.
  #offsetAt(event) {
    const native = getSelection();
    if (native.rangeCount && this.root.contains(native.anchorNode)) return this.#offset(native.anchorNode, native.anchorOffset);
    return Number(event.target.closest('[data-start]')?.dataset.start || 0);
  }

  // --- The chosen claim

  showChoice() {
    const { claim } = this.store.choice;
    for (const mark of all(this.root, 'mark')) mark.classList.toggle('chosen', Boolean(claim) && mark.dataset.claims.split(' ').includes(claim));
  }

  // Scrolls to a passage, unless all of it can be seen.
  reveal(passage) {
    const range = this.range(passage), frame = this.root.getBoundingClientRect(), place = range?.getBoundingClientRect();
    if (!place || (place.top >= frame.top && place.bottom <= frame.bottom)) return;
    this.root.scrollTop += place.top - frame.top - frame.height / 4;
  }

  // Scrolls to the first quote of a claim.
  revealClaim(id) {
    const own = this.marks.filter(mark => mark.claims.includes(id));
    if (!own.length) return;
    // The marks of a quote are cut where others begin and end.
    let last = 0;
    while (own[last + 1] && !/\S/u.test(this.text.slice(own[last].end, own[last + 1].start))) last++;
    this.reveal({ start: own[0].start, end: own[last].end });
  }
}
