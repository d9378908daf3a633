/**
 * The free Cockpit shows only what is running. This adds the history to it: a tab with the steps of a running
 * instance and a page of the finished ones. It reads what the person may read anyway (own tenants, no variables)
 * and shows nothing personal.
 */
import { link } from './history/dom.js';
import { showFinished } from './history/finished.js';
import { showSteps } from './history/steps.js';

/** Gives what is shown a signal that ends its requests when Cockpit takes the place away. */
function view(place, show) {
  let leaving = new AbortController();
  return {
    ...place,
    render: (node, context) => {
      leaving = new AbortController();
      show(node, { ...context, signal: leaving.signal });
    },
    unmount: () => leaving.abort(),
  };
}

export default [
  view(
    {
      id: 'school.history.steps',
      pluginPoint: 'cockpit.processInstance.runtime.tab',
      priority: 100,
      properties: { label: 'История' },
    },
    (node, { api, processInstanceId, signal }) => showSteps(node, { api, signal }, processInstanceId),
  ),
  view(
    { id: 'school.history.finished', pluginPoint: 'cockpit.route', properties: { path: '/school/finished' } },
    showFinished,
  ),
  view(
    { id: 'school.history.menu', pluginPoint: 'cockpit.navigation', priority: 5, properties: { label: 'Завершённые' } },
    (node) => node.append(link('#/school/finished', 'Завершённые')),
  ),
];
