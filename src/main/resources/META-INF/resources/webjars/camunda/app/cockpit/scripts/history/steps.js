import { ask } from './api.js';
import { button, element, fill, link, table } from './dom.js';
import { duration, iso, moment, stepKind } from './words.js';

const PAGE = 100;

const COLUMNS = [
  { heading: () => 'Шаг', cell: (step) => step.activityName || stepKind(step.activityType) },
  { heading: () => 'Начат', cell: (step) => moment(step.startTime) },
  { heading: () => 'Окончен', cell: (step) => moment(step.endTime) },
  { heading: () => 'Длился', cell: (step) => duration(step.durationInMillis) },
  { heading: () => 'Чем кончился', cell: outcome },
  // An account's ID and nothing more: names of people don't belong on a page the district reads.
  { heading: () => 'Учётная запись', cell: (step) => element('span', { class: 'uuid' }, step.assignee || '—') },
];

/** Shows what has happened in a process instance, step by step, running or finished. */
export function showSteps(node, context, processInstanceId) {
  const place = element('div', { class: 'school-history' });
  node.append(place);
  fill(place, context.signal, () => stepsOf(place, context, processInstanceId, PAGE));
}

async function stepsOf(place, context, processInstanceId, wanted) {
  const steps = await ask(context, '/history/activity-instance', {
    processInstanceId,
    sortBy: 'occurrence',
    sortOrder: 'asc',
    maxResults: wanted + 1,
  });
  if (steps.length === 0) {
    return [element('p', { class: 'school-note' }, 'Ни один шаг ещё не записан.')];
  }
  const more = () => fill(place, context.signal, () => stepsOf(place, context, processInstanceId, wanted + PAGE));
  return [
    table('Шаги экземпляра процесса', COLUMNS, inOrder(steps.slice(0, wanted))),
    ...(steps.length > wanted ? [button('Показать ещё', more)] : []),
  ];
}

/**
 * By time; steps of the same millisecond stay as they occurred. The engine sorts by one thing at a time, and the
 * occurrence alone mixes up parallel branches.
 */
function inOrder(steps) {
  return steps.sort((one, other) => Date.parse(iso(one.startTime)) - Date.parse(iso(other.startTime)));
}

function outcome(step) {
  if (step.calledProcessInstanceId) {
    return link(`#/school/finished?id=${encodeURIComponent(step.calledProcessInstanceId)}`, 'вложенный процесс');
  }
  if (!step.endTime) {
    return 'идёт';
  }
  return step.canceled ? 'прерван' : 'выполнен';
}
