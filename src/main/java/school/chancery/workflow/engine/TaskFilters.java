package school.chancery.workflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The three filters of Tasklist, the same for everybody and nobody's to change. Their only expressions are those that
 * {@link ListedExpressions} lets a query evaluate.
 */
@Component
class TaskFilters {
    private static final String ME = "${currentUser()}";
    private static final String NOW = "${now()}";

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    void establish() {
        establish("Мои задачи", 1, "Задачи, взятые в работу", assigned());
        establish("Задачи моей роли", 2, "Задачи, которые ещё никто не взял", offered());
        establish("Просроченные", 3, "Мои задачи и задачи моей роли, срок которых вышел", overdue());
    }

    private TaskQuery assigned() {
        return tasks.createTaskQuery()
                .taskAssigneeExpression(ME)
                .orderByDueDate()
                .asc();
    }

    // The engine adds the user's groups, as the identity provider tells them for the active organization.
    private TaskQuery offered() {
        return tasks.createTaskQuery()
                .taskCandidateUserExpression(ME)
                .orderByDueDate()
                .asc();
    }

    private TaskQuery overdue() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(ME)
                .taskCandidateUserExpression(ME)
                .endOr()
                .dueBeforeExpression(NOW)
                .orderByDueDate()
                .asc();
    }

    private void establish(String name, int priority, String description, TaskQuery query) {
        var found = filters.createTaskFilterQuery().filterName(name).list();
        var filter = found.isEmpty() ? filters.newTaskFilter(name) : found.get(0);
        filter.setQuery(query);
        filter.setProperties(properties(priority, description));
        filters.saveFilter(filter);
        found.stream().skip(1).forEach(double_ -> filters.deleteFilter(double_.getId()));
    }

    private static Map<String, Object> properties(int priority, String description) {
        var properties = new HashMap<String, Object>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", "#0062b8");
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", "caseLabel", "label", "Дело")));
        return properties;
    }
}
