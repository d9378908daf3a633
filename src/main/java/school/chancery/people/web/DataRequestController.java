package school.chancery.people.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.SignedIn;
import school.chancery.organization.Organizations;
import school.chancery.people.PersonCard;
import school.chancery.people.Persons;
import school.chancery.people.domain.DataRequest;
import school.chancery.people.domain.DataRequests;

/** The register of requests about personal data, with the deadlines of the law. */
@Controller
@RequestMapping("/people/requests")
@PreAuthorize("hasAnyRole('DIRECTOR', 'SECRETARY', 'HR')")
class DataRequestController {
    private static final int PAGE_SIZE = 25;
    private static final int LAST_PAGE = 100_000;

    private final DataRequests requests;
    private final Persons persons;
    private final Organizations organizations;

    DataRequestController(DataRequests requests, Persons persons, Organizations organizations) {
        this.requests = requests;
        this.persons = persons;
        this.organizations = organizations;
    }

    record RequestForm(
            @NotNull DataRequest.@Nullable Kind kind,
            @NotNull @Nullable LocalDate receivedOn,
            @NotBlank @Size(max = 2000) @Nullable String request) {}

    record AnswerForm(
            @NotNull DataRequest.@Nullable State outcome,
            @NotBlank @Size(max = 2000) @Nullable String answer) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "0") int page, Model model) {
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("requests", requests.all(me.organizationId(), at));
        model.addAttribute("today", organizations.today(me.organizationId()));
        return "people/requests/list";
    }

    @GetMapping("/new")
    String begin(@AuthenticationPrincipal SignedIn me, @RequestParam UUID personId, Model model) {
        model.addAttribute(new RequestForm(null, organizations.today(me.organizationId()), null));
        return page(person(personId), model);
    }

    @PostMapping("/new")
    String receive(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam UUID personId,
            @Valid @ModelAttribute RequestForm form,
            BindingResult faults,
            Model model) {
        var person = person(personId);
        if (form.receivedOn() != null && form.receivedOn().isAfter(organizations.today(me.organizationId())))
            faults.rejectValue("receivedOn", "people.refused.future");
        if (faults.hasErrors()) return page(person, model);
        requests.receive(new DataRequests.NewRequest(
                me.organizationId(),
                Objects.requireNonNull(form.kind()),
                personId,
                personId,
                Objects.requireNonNull(form.receivedOn()),
                Objects.requireNonNull(form.request()),
                me.accountId()));
        return "redirect:/people/requests";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(new AnswerForm(DataRequest.State.DONE, null));
        return answerPage(request(id), model);
    }

    @PostMapping("/{id}")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Valid @ModelAttribute AnswerForm form,
            BindingResult faults,
            Model model) {
        var request = request(id);
        if (form.outcome() == DataRequest.State.OPEN) faults.rejectValue("outcome", "people.refused.missing");
        if (faults.hasErrors()) return answerPage(request, model);
        var closed = requests.close(
                me.organizationId(),
                id,
                Objects.requireNonNull(form.outcome()),
                Objects.requireNonNull(form.answer()),
                me.accountId());
        if (closed) return "redirect:/people/requests";
        model.addAttribute("settled", true);
        return answerPage(request, model);
    }

    private PersonCard person(UUID id) {
        return persons.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private DataRequest request(UUID id) {
        return requests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(PersonCard person, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("kinds", DataRequest.Kind.values());
        return "people/requests/new";
    }

    private static String answerPage(DataRequest request, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("outcomes", new DataRequest.State[] {DataRequest.State.DONE, DataRequest.State.REFUSED});
        return "people/requests/show";
    }
}
