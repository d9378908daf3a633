package school.chancery.platform.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.platform.domain.ApplicationField;
import school.chancery.platform.domain.Platform;
import school.chancery.platform.domain.Platforms;

/** Names, addresses and rules of the platforms: they hold for the whole installation. */
@Controller
@RequestMapping("/platform/platforms")
@PreAuthorize("hasAnyRole('DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
class PlatformController {
    private final Platforms platforms;

    PlatformController(Platforms platforms) {
        this.platforms = platforms;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("platforms", platforms.all());
        return "platform/platforms";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(PlatformForm.of(require(id)));
        return page(model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute PlatformForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        require(id);
        form.check(faults);
        if (!faults.hasErrors()) change(form.toPlatform(id), faults);
        if (faults.hasErrors()) return page(model);
        redirect.addFlashAttribute("flash", "platform.platform.saved");
        return "redirect:/platform/platforms";
    }

    private void change(Platform platform, BindingResult faults) {
        try {
            platforms.change(platform);
        } catch (DuplicateKeyException taken) {
            faults.rejectValue("name", "platform.refused.name-taken");
        }
    }

    private Platform require(UUID id) {
        return platforms.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Model model) {
        model.addAttribute("fields", ApplicationField.values());
        return "platform/platform";
    }
}
