package school.chancery.exchange.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.domain.ImportKinds;
import school.chancery.exchange.domain.Imports;
import school.chancery.exchange.file.FileLimits;
import school.chancery.identity.SignedIn;

/** «Загрузка данных»: what can be loaded, and the file for it. */
@Controller
@RequestMapping("/exchange")
@Loaders
class KindController {
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;

    private final ImportKinds kinds;
    private final Imports imports;
    private final FileLimits limits;

    KindController(ImportKinds kinds, Imports imports, FileLimits limits) {
        this.kinds = kinds;
        this.imports = imports;
        this.limits = limits;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "0") int page, Model model) {
        var mine = kinds.of(me.roles());
        var at = PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
        model.addAttribute("kinds", mine);
        model.addAttribute("imports", imports.page(me.organizationId(), mine, at));
        return "exchange/imports";
    }

    @GetMapping("/kinds/{kind}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable String kind, Model model) {
        model.addAttribute(UploadForm.fresh());
        return page(kind(me, kind), model);
    }

    @PostMapping("/kinds/{kind}")
    String upload(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String kind,
            @Valid @ModelAttribute UploadForm form,
            BindingResult faults,
            Model model) {
        var found = kind(me, kind);
        if (faults.hasErrors()) return page(found, model);
        var file = form.file();
        if (file == null || file.isEmpty()) {
            faults.rejectValue("file", "exchange.file.empty");
            return page(found, model);
        }
        var answer = sent(me, found, form, file);
        if (answer instanceof Imports.Refused refused) {
            faults.rejectValue("file", refused.messageKey(), refused.arguments().toArray(), refused.messageKey());
            return page(found, model);
        }
        return "redirect:/exchange/imports/" + ((Imports.Done) answer).importId();
    }

    private Imports.Answer sent(SignedIn me, ImportKind kind, UploadForm form, MultipartFile file) {
        try (var content = file.getInputStream()) {
            var id = Objects.requireNonNull(form.formId());
            return imports.upload(kind, new Imports.Sent(id, me.organizationId(), file.getOriginalFilename(), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(ImportKind kind, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("limits", limits);
        return "exchange/upload";
    }

    private ImportKind kind(SignedIn me, String code) {
        return kinds.find(code, me.roles()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
