package school.chancery.mail.web;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.mail.domain.MailDesk;
import school.chancery.mail.domain.MailDesk.Outcome;
import school.chancery.mail.domain.MailRegister;

/** Mail that came in: foreign text shown as text, foreign files saved and never opened here. */
@Controller
@OfficeOnly
class ReceivedController {
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;

    private final MailRegister register;
    private final MailDesk desk;

    ReceivedController(MailRegister register, MailDesk desk) {
        this.register = register;
        this.desk = desk;
    }

    @GetMapping("/mail/unmatched")
    String unmatched(@RequestParam(defaultValue = "0") int page, Model model) {
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("mails", register.unmatched(ActiveOrganization.id(), at));
        return "mail/unmatched";
    }

    @GetMapping("/mail/received/{id}")
    String open(@PathVariable UUID id, @ModelAttribute MatchForm matchForm, Model model) {
        var mail = register.openReceived(ActiveOrganization.id(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", mail);
        model.addAttribute("attachments", register.attachments(id));
        return "mail/received";
    }

    @PostMapping("/mail/received/{id}/match")
    String match(
            @PathVariable UUID id,
            @Valid @ModelAttribute MatchForm matchForm,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) return open(id, matchForm, model);
        var outcome = desk.match(ActiveOrganization.id(), id, Objects.requireNonNull(matchForm.reference()));
        if (outcome == Outcome.NO_SUCH_CASE) {
            errors.rejectValue("reference", "mail.received.no-such-case");
            return open(id, matchForm, model);
        }
        return done(id, outcome, "mail.received.matched", flash);
    }

    @PostMapping("/mail/received/{id}/set-aside")
    String setAside(@PathVariable UUID id, RedirectAttributes flash) {
        return done(id, desk.setAside(ActiveOrganization.id(), id), "mail.received.set-aside-done", flash);
    }

    private String done(UUID id, Outcome outcome, String message, RedirectAttributes flash) {
        if (outcome == Outcome.NOT_OPEN) {
            var there = register.openReceived(ActiveOrganization.id(), id).isPresent();
            throw new ResponseStatusException(there ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND);
        }
        flash.addFlashAttribute("flash", message);
        return "redirect:/mail/unmatched";
    }

    @GetMapping("/mail/received/{id}/attachments/{position}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable int position) {
        var file = register.openAttachment(ActiveOrganization.id(), id, position)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return saved(file.name(), file.bytes());
    }

    /** A mail that could not be read, for a mail program. */
    @GetMapping("/mail/received/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        var bytes = register.openRaw(ActiveOrganization.id(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return saved(id + ".eml", bytes);
    }

    private static ResponseEntity<byte[]> saved(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
