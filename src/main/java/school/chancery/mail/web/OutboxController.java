package school.chancery.mail.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.mail.MailState.Status;
import school.chancery.mail.domain.MailRegister;

/** What the organization has sent and has still to send. Nothing is sent anew from here: that is the case's matter. */
@Controller
@OfficeOnly
class OutboxController {
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;

    private final MailRegister register;

    OutboxController(MailRegister register) {
        this.register = register;
    }

    @GetMapping("/mail/outbox")
    String list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("mails", register.outbox(ActiveOrganization.id(), status, at));
        model.addAttribute("status", status);
        model.addAttribute("statuses", Status.values());
        return "mail/outbox";
    }

    @GetMapping("/mail/outbox/{id}")
    String open(@PathVariable UUID id, Model model) {
        var mail = register.open(ActiveOrganization.id(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", mail);
        model.addAttribute("answers", register.answers(ActiveOrganization.id(), id));
        return "mail/owed";
    }
}
