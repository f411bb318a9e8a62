// The sheet: redrawn after each change; its rows, lines and figures lead to their claims, by pointer and by keys.
import { announce } from './announce.js';
import { all, byId, make, reveal } from './dom.js';
import { dateWords } from './dates.js';
import { getText } from './server.js';

export class Sheet extends EventTarget {
  #drawn = null;
  #turn = 0;
  #active = -1;
  #narrow = matchMedia('(max-width: 45rem)');

  constructor(root, store) {
    super();
    this.root = root;
    this.store = store;
    store.addEventListener('state', () => this.render());
    store.addEventListener('choice', () => this.#showChoice());
    root.addEventListener('click', event => this.#choose(this.#targetOf(event.target)));
    root.addEventListener('keydown', event => this.#pressed(event));
    this.#narrow.addEventListener('change', () => this.render());
    byId('view').addEventListener('change', event => this.#show({ view: event.target.value, on: null }));
    byId('on').addEventListener('change', event => this.#show({ on: event.target.value.trim() || null }));
    byId('earlier').addEventListener('click', () => this.#step(-1));
    byId('later').addEventListener('click', () => this.#step(1));
  }

  #show(change) {
    this.store.show(change).catch(error => this.#dispatch('failed', error));
  }

  async render() {
    const { view, views, version } = this.store.state;
    byId('view').replaceChildren(...views.map(each => make('option', { value: each.id }, each.title || each.id)));
    byId('view').value = view?.id || '';
    if (document.activeElement !== byId('on')) byId('on').value = view?.on || '';
    byId('on-words').textContent = dateWords(view?.on || '') || '';
    byId('stops').replaceChildren(...(view?.stops || []).map(stop => make('option', { value: stop }, dateWords(stop))));
    byId('earlier').disabled = !this.#stop(-1);
    byId('later').disabled = !this.#stop(1);
    byId('dates').hidden = !view;
    const paper = this.#narrow.matches ? 'phone' : null, wanted = view ? `${view.id} ${view.on} ${version} ${paper}` : '';
    if (wanted === this.#drawn) return this.#showChoice();
    const turn = ++this.#turn;
    if (!view) return this.#explain('Nothing to draw yet: no two parties have a relation or an event.');
    this.root.setAttribute('aria-busy', 'true');
    try {
      const text = await getText('sheet.svg', { view: view.id, on: view.on, version, paper });
      if (turn !== this.#turn) return;
      const drawing = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      if (drawing.localName !== 'svg') throw new Error('The sheet is not SVG.');
      this.root.replaceChildren(document.importNode(drawing, true));
      this.#drawn = wanted;
      this.#active = -1;
      for (const element of this.#targets()) element.classList.add('target');
    } catch (error) {
      if (turn === this.#turn) this.#explain(error.message);
    } finally {
      this.root.removeAttribute('aria-busy');
    }
    this.#showChoice();
  }

  #explain(words) {
    this.#drawn = null;
    this.root.replaceChildren(make('p', { class: 'note' }, words));
  }

  // The stop before or after the shown date; null if there is none.
  #stop(step) {
    const { view } = this.store.state, stops = view?.stops || [];
    return (step < 0 ? stops.findLast(stop => stop < view.on) : stops.find(stop => stop > view.on)) || null;
  }

  #step(step) {
    const on = this.#stop(step);
    if (on) this.#show({ on });
  }

  // --- Its parts and their claims

  // Lists of claims by the ids of parts; the first of a list leads.
  #claims() {
    return this.store.state?.view?.targets || {};
  }

  #targets() {
    const claims = this.#claims();
    return all(this.root, '[id]').filter(element => claims[element.id]?.length);
  }

  #targetOf(element) {
    const claims = this.#claims();
    for (let at = element.closest('[id]'); at && this.root.contains(at); at = at.parentElement?.closest('[id]')) {
      if (claims[at.id]?.length) return at;
    }
    return null;
  }

  #choose(target) {
    const claims = target && this.#claims()[target.id];
    if (claims) this.#dispatch('chosen', { claim: claims[0], others: claims });
  }

  #pressed(event) {
    const targets = this.#targets(), step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !targets.length) return;
    if (step) {
      event.preventDefault();
      this.#activate(targets, this.#active < 0 ? (step > 0 ? 0 : targets.length - 1) : (this.#active + step + targets.length) % targets.length);
    } else if (event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault();
      this.#choose(targets[this.#active]);
    }
  }

  #activate(targets, index) {
    this.#active = index;
    for (const [place, target] of targets.entries()) target.classList.toggle('active', place === index);
    reveal(targets[index].getBoundingClientRect(), this.root);
    const [id] = this.#claims()[targets[index].id], claim = this.store.claim(id);
    announce(`${index + 1} of ${targets.length}: ${claim ? claim.label : id}`);
  }

  #showChoice() {
    const claims = this.#claims();
    for (const target of this.#targets()) target.classList.toggle('chosen', claims[target.id].includes(this.store.choice.claim));
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
