package school.chancery.students.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.SignedIn;
import school.chancery.students.domain.Answer;
import school.chancery.students.domain.PlaceSearchView;
import school.chancery.students.domain.PlaceSearches;
import school.chancery.students.domain.TransferWords;
import school.chancery.students.process.FindPlaceProcess;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.TaskPages;
import school.chancery.workflow.Tasks;

/** The office looks for a school: the chosen one has no place or keeps silent. */
@Controller
@RequestMapping("/students/find-place/find-place")
class FindPlaceController {
    private final FindPlaceProcess process;
    private final PlaceSearches searches;
    private final TransferWords words;
    private final Tasks tasks;
    private final TaskPages pages;

    FindPlaceController(
            FindPlaceProcess process, PlaceSearches searches, TransferWords words, Tasks tasks, TaskPages pages) {
        this.process = process;
        this.searches = searches;
        this.words = words;
        this.tasks = tasks;
        this.pages = pages;
    }

    enum Decision {
        FOUND,
        NONE
    }

    record FindPlaceForm(
            @NotNull @Nullable Decision decision,
            @Nullable UUID foundOrganizationId,
            @Size(max = 1000) @Nullable String reason) {}

    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        model.addAttribute(new FindPlaceForm(null, null, null));
        return page(task(taskId), model);
    }

    @PostMapping
    String find(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "false") boolean framed,
            @Valid @ModelAttribute FindPlaceForm form,
            BindingResult faults,
            Model model) {
        var task = task(taskId);
        if (form.decision() == Decision.FOUND)
            Faults.require(faults, "foundOrganizationId", form.foundOrganizationId());
        if (form.decision() == Decision.NONE) Faults.require(faults, "reason", form.reason());
        if (!faults.hasErrors() && settle(task, form, me) instanceof Answer.Refused refused) {
            Faults.reject(faults, refused.reasons());
        }
        return faults.hasErrors()
                ? page(task, model)
                : pages.done(framed, "students.find-place.done." + form.decision());
    }

    private Answer settle(OpenTask task, FindPlaceForm form, SignedIn me) {
        return form.decision() == Decision.FOUND
                ? process.find(task, Objects.requireNonNull(form.foundOrganizationId()), me.accountId())
                : process.giveUp(task, Objects.requireNonNull(form.reason()), me.accountId());
    }

    private OpenTask task(String taskId) {
        return tasks.require(taskId, FindPlaceProcess.FIND_PLACE);
    }

    private String page(OpenTask task, Model model) {
        var search = searches.require(task.businessKey());
        model.addAttribute("search", search);
        model.addAttribute("from", words.school(search.sendingOrganizationId()));
        model.addAttribute("refused", words.schools(searches.refused(search)));
        model.addAttribute("schools", schools(search));
        model.addAttribute("decisions", Decision.values());
        return "students/find-place/find-place";
    }

    private Map<UUID, String> schools(PlaceSearchView search) {
        var names = new LinkedHashMap<UUID, String>();
        searches.schools(search).forEach(school -> names.put(school.id(), school.shortName()));
        return names;
    }
}
