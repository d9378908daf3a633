package school.chancery.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.identity.SignedIn;
import school.chancery.identity.domain.CurrentRights;
import school.chancery.identity.domain.Rights;
import school.chancery.identity.domain.SwitchRecord;

/** The one active organization of a session: who belongs to several changes it here, visibly, and nowhere else. */
@Controller
class SwitchController {
    private final CurrentRights rights;
    private final SwitchRecord record;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SwitchController(CurrentRights rights, SwitchRecord record) {
        this.rights = rights;
        this.record = record;
    }

    @PostMapping("/organization/switch")
    String change(
            @RequestParam UUID organizationId,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        var there = rights.of(signedIn.accountId(), organizationId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        record.switched(signedIn.accountId(), signedIn.organizationId(), there.organizationId());
        keep(there, signedIn, request, response);
        return "redirect:/";
    }

    private void keep(Rights there, SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new SignedInAuthentication(PortalPrincipal.of(there, PortalPrincipal.previousSignIn(signedIn))));
        sessions.saveContext(context, request, response);
    }
}
