/** Builds elements from values, never from markup: whatever the engine answers stays text. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

export function link(href, text, attributes = {}) {
  return element('a', { href, ...attributes }, text);
}

export function button(text, act) {
  const node = element('button', { type: 'button', class: 'btn btn-default' }, text);
  node.addEventListener('click', act);
  return node;
}

/** The columns are pairs of a heading and what stands in the cell of a row. */
export function table(caption, columns, rows) {
  const head = columns.map(({ heading, sorted }) => element('th', { scope: 'col', 'aria-sort': sorted }, heading()));
  const body = rows.map((row) => element('tr', {}, ...columns.map(({ cell }) => element('td', {}, cell(row)))));
  return element(
    'table',
    { class: 'cam-table' },
    element('caption', { class: 'sr-only' }, caption),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body),
  );
}

/**
 * Fills the node with what comes of the work; says in between that it is under way and afterwards, if so, that it
 * failed, with a button to try again. A work ended by leaving the page stays silent.
 */
export async function fill(node, signal, work) {
  node.replaceChildren(element('p', { role: 'status', class: 'school-note' }, 'Загрузка…'));
  try {
    const content = await work();
    if (!signal.aborted) {
      node.replaceChildren(...content);
    }
  } catch (error) {
    if (!signal.aborted) {
      node.replaceChildren(
        element('p', { role: 'alert', class: 'alert alert-danger' }, error.message),
        button('Повторить', () => fill(node, signal, work)),
      );
    }
  }
}
