import { ask } from './api.js';
import { element, fill, link, table } from './dom.js';
import { showSteps } from './steps.js';
import { duration, ending, moment } from './words.js';

const ROUTE = '#/school/finished';
const PAGE = 20;
const SORTS = ['definitionName', 'businessKey', 'tenantId', 'startTime', 'endTime', 'duration'];

/**
 * The page of finished process instances. All it shows follows from its address, so the browser's own «back»,
 * bookmarks and the keyboard work without anything made for them.
 */
export function showFinished(node, context) {
  const address = new URLSearchParams(window.location.hash.split('?')[1]);
  const content = element('div');
  const id = address.get('id');
  const back = id ? element('p', {}, link(ROUTE, '← Все завершённые')) : '';
  node.append(element('main', { class: 'school-history school-page' }, back, content));
  fill(content, context.signal, () => (id ? instance(context, id) : list(context, address)));
}

async function list(context, address) {
  const state = {
    page: Math.max(1, Number.parseInt(address.get('page'), 10) || 1),
    sort: SORTS.includes(address.get('sort')) ? address.get('sort') : 'endTime',
    order: address.get('order') === 'asc' ? 'asc' : 'desc',
  };
  const [{ count }, names, rows] = await Promise.all([
    ask(context, '/history/process-instance/count', { finished: true }),
    organizations(context),
    ask(context, '/history/process-instance', {
      finished: true,
      sortBy: state.sort,
      sortOrder: state.order,
      firstResult: (state.page - 1) * PAGE,
      maxResults: PAGE,
    }),
  ]);
  const title = element('h1', {}, 'Завершённые процессы');
  if (count === 0) {
    return [title, element('p', { class: 'school-note' }, 'Завершённых процессов пока нет.')];
  }
  return [title, table(`Завершённые процессы, всего ${count}`, columns(state, names), rows), pages(state, count)];
}

/** Names by code. The list of organizations is an adornment: without it the codes are shown. */
async function organizations(context) {
  try {
    return new Map((await ask(context, '/tenant')).map(({ id, name }) => [id, name]));
  } catch {
    return new Map();
  }
}

function columns(state, names) {
  return [
    { ...sortable(state, 'definitionName', 'Процесс'), cell: opening },
    { ...sortable(state, 'businessKey', 'Ключ дела'), cell: (row) => element('span', { class: 'uuid' }, row.businessKey || '—') },
    { ...sortable(state, 'tenantId', 'Организация'), cell: (row) => names.get(row.tenantId) || row.tenantId || '—' },
    { ...sortable(state, 'startTime', 'Начат'), cell: (row) => moment(row.startTime) },
    { ...sortable(state, 'endTime', 'Окончен'), cell: (row) => moment(row.endTime) },
    { ...sortable(state, 'duration', 'Длился'), cell: (row) => duration(row.durationInMillis) },
    { heading: () => 'Чем кончился', cell: (row) => ending(row.state) },
  ];
}

function opening(row) {
  return link(`${ROUTE}?id=${encodeURIComponent(row.id)}`, row.processDefinitionName || row.processDefinitionKey);
}

/** A heading that sorts by its column, and the other way round when it does already. */
function sortable(state, sort, text) {
  const sorted = state.sort === sort;
  const order = sorted && state.order === 'asc' ? 'desc' : 'asc';
  const sign = sorted ? element('span', { 'aria-hidden': 'true' }, state.order === 'asc' ? ' ↑' : ' ↓') : undefined;
  return {
    sorted: sorted ? `${state.order}ending` : undefined,
    heading: () => {
      const heading = link(`${ROUTE}?${new URLSearchParams({ sort, order })}`, text);
      heading.append(...(sign ? [sign] : []));
      return heading;
    },
  };
}

function pages({ page, sort, order }, count) {
  const last = Math.max(1, Math.ceil(count / PAGE));
  const to = (number, text) => link(`${ROUTE}?${new URLSearchParams({ page: number, sort, order })}`, text);
  return element(
    'nav',
    { 'aria-label': 'Страницы списка', class: 'school-pages' },
    page > 1 ? to(Math.min(page - 1, last), '← Предыдущая') : undefined,
    element('span', {}, `Страница ${page} из ${last}, всего ${count}`),
    page < last ? to(page + 1, 'Следующая →') : undefined,
  );
}

async function instance(context, id) {
  const [found, names] = await Promise.all([
    ask(context, `/history/process-instance/${encodeURIComponent(id)}`),
    organizations(context),
  ]);
  const steps = element('div');
  showSteps(steps, context, id);
  return [
    element('h1', {}, found.processDefinitionName || found.processDefinitionKey),
    facts([
      ['Ключ дела', found.businessKey || '—'],
      ['Организация', names.get(found.tenantId) || found.tenantId || '—'],
      ['Начат', moment(found.startTime)],
      ['Окончен', moment(found.endTime)],
      ['Чем кончился', ending(found.state)],
    ]),
    element('h2', {}, 'Шаги'),
    steps,
  ];
}

function facts(pairs) {
  const lines = pairs.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]);
  return element('dl', { class: 'school-facts' }, ...lines);
}
