package school.chancery.platform.web;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.identity.SignedIn;
import school.chancery.platform.domain.Platforms;
import school.chancery.platform.domain.Profiles;
import school.chancery.platform.domain.Profiles.Profile;

/** The organization's data on a platform, kept up to date after registration (F017). */
@Controller
@RequestMapping("/platform/profile/{platformId}")
@PreAuthorize("hasRole('PLATFORM_ADMINISTRATOR')")
class ProfileController {
    private final Profiles profiles;
    private final Platforms platforms;

    ProfileController(Profiles profiles, Platforms platforms) {
        this.profiles = profiles;
        this.platforms = platforms;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID platformId, Model model) {
        var profile = require(me, platformId);
        model.addAttribute(ApplicationForm.of(profile.data()));
        return page(platformId, profile.version(), model);
    }

    /** @param version of the profile the form was filled from */
    @PostMapping
    String change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID platformId,
            @ModelAttribute ApplicationForm form,
            BindingResult faults,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            RedirectAttributes redirect) {
        var present = require(me, platformId);
        var data = form.readProfile(faults);
        var seen = Objects.requireNonNullElse(version, present.version());
        if (data.isEmpty()) return page(platformId, seen, model);
        if (!profiles.change(me.organizationId(), platformId, seen, data.get(), me.accountId())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        redirect.addFlashAttribute("flash", "platform.profile.saved");
        return "redirect:/platform";
    }

    private Profile require(SignedIn me, UUID platformId) {
        return profiles.find(me.organizationId(), platformId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(UUID platformId, long version, Model model) {
        model.addAttribute("version", version);
        model.addAttribute("required", ApplicationForm.properties(ApplicationForm.OF_PROFILE));
        model.addAttribute("platform", platforms.require(platformId));
        return "platform/profile";
    }
}
