// Selecting words of the text by keys: a word or a sentence at a time, and Shift extends.
import * as passage from './passage.js';

// The selection runs from its base to its edge; both are words, and either may come first.
export class Cursor {
  #base = null;
  #edge = null;
  // The end of the last sentence, whose full stop is no word.
  #tail = null;

  constructor(text) {
    this.text = text;
  }

  get passage() {
    if (!this.#base) return null;
    const start = Math.min(this.#base.start, this.#edge.start), end = Math.max(this.#base.end, this.#edge.end);
    return { start, end: this.#tail !== null && this.#tail > end ? this.#tail : end };
  }

  // Whether more than one word is selected.
  get isExtended() {
    return Boolean(this.#base) && (this.#base.start !== this.#edge.start || this.#tail !== null);
  }

  // Continues from a passage that was selected otherwise.
  set({ start, end }) {
    this.#base = passage.wordAt(this.text, start) || passage.nextWord(this.text, start);
    this.#edge = passage.previousWord(this.text, end) || this.#base;
    this.#tail = this.#edge && end > this.#edge.end ? end : null;
  }

  // Puts the cursor before the word at an offset.
  place(offset) {
    const word = passage.wordAt(this.text, offset);
    this.#base = this.#edge = word || passage.previousWord(this.text, offset) || passage.nextWord(this.text, 0);
    this.#tail = null;
  }

  #go(word) {
    if (!word) return;
    this.#base = this.#edge = word;
    this.#tail = null;
  }

  #extend(word) {
    if (!word) return;
    this.#edge = word;
    this.#tail = null;
  }

  word(step, extends_) {
    if (!this.#base) return this.#go(step > 0 ? passage.nextWord(this.text, 0) : passage.previousWord(this.text, this.text.length));
    const from = this.#edge;
    const word = step > 0 ? passage.nextWord(this.text, from.end) : passage.previousWord(this.text, from.start);
    return extends_ ? this.#extend(word) : this.#go(word);
  }

  // Moves where the selection begins.
  start(step) {
    if (!this.#base) return;
    const [first, last] = this.#base.start <= this.#edge.start ? [this.#base, this.#edge] : [this.#edge, this.#base];
    const word = step > 0 ? passage.nextWord(this.text, first.end) : passage.previousWord(this.text, first.start);
    if (word && word.start <= last.start) [this.#base, this.#edge] = [word, last];
  }

  sentence(step, extends_) {
    const { text } = this, now = this.passage;
    const last = now ? now.end : 0, first = now ? now.start : text.length;
    const sentence = step > 0
      ? (now && this.#rest(now)) || passage.nextSentence(text, last)
      : passage.previousSentence(text, first);
    if (!sentence) return;
    const [start, end] = [passage.nextWord(text, sentence.start), passage.previousWord(text, sentence.end)];
    if (!start || !end) return;
    if (!extends_ || !this.#base) this.#base = step > 0 || !extends_ ? start : this.#edge;
    this.#edge = step > 0 || !extends_ ? end : start;
    this.#tail = step > 0 || !extends_ ? sentence.end : this.#tail;
  }

  // The sentence around a selection that is only a part of it.
  #rest({ start, end }) {
    const sentence = passage.sentenceAt(this.text, start);
    return sentence && sentence.end > end ? sentence : null;
  }

  edgeOfText(isEnd) {
    this.#go(isEnd ? passage.previousWord(this.text, this.text.length) : passage.nextWord(this.text, 0));
  }
}
