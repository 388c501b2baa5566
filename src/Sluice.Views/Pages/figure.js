// Draws figures: plotly JSON in the attribute "spec", colours by the names of style variables. Again when the attribute, the width or the scheme of colours changes.
(() => {
  const put = (value, style) =>
    typeof value === 'string' && value.startsWith('--') ? style.getPropertyValue(value).trim()
      : Array.isArray(value) ? value.map(v => put(v, style))
        : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, put(v, style)])) : value;
  const waiting = [];
  let busy = false;
  const next = () => {
    const figure = waiting.shift();
    if (figure) { figure.draw(); setTimeout(next); } else busy = false;
  };
  class SluiceFigure extends HTMLElement {
    static observedAttributes = ['spec'];
    connectedCallback() { this.ask(); }
    attributeChangedCallback() { if (this.isConnected) this.ask(); }
    disconnectedCallback() { Plotly.purge(this); }
    ask() {
      if (!waiting.includes(this)) waiting.push(this);
      if (!busy) { busy = true; setTimeout(next); }
    }
    draw(width = this.clientWidth) {
      if (!this.isConnected) return;
      const style = getComputedStyle(this);
      const { data, layout } = put(JSON.parse(this.getAttribute('spec')), style);
      Plotly.react(this, data, {
        ...layout, height: this.clientHeight, width, paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
        font: { family: style.fontFamily, size: 12, color: style.getPropertyValue('--ink').trim() },
        hoverlabel: { bgcolor: style.getPropertyValue('--paper').trim(), bordercolor: style.getPropertyValue('--muted').trim(), font: { color: style.getPropertyValue('--ink').trim() } },
      }, { displayModeBar: false, doubleClick: false });
    }
  }
  customElements.define('sluice-figure', SluiceFigure);
  const all = () => document.querySelectorAll('sluice-figure');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => all().forEach(f => f.ask()));
  let width = innerWidth;
  addEventListener('resize', () => { if (innerWidth !== width) { width = innerWidth; all().forEach(f => f.ask()); } });
  // What is asked for here still has the widths of the screen; a sheet of A4 leaves 184 mm, and no figure stands beside another there.
  addEventListener('beforeprint', () => all().forEach(f => f.draw(690)));
  addEventListener('afterprint', () => all().forEach(f => f.ask()));
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let e = target; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
