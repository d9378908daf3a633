package school.chancery.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.SignedIn;

@Component
class SignOutRecord implements LogoutHandler {
    private final Audit audit;
    private final TransactionTemplate transaction;

    SignOutRecord(Audit audit, TransactionTemplate transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) return;
        transaction.executeWithoutResult(status -> audit.record(
                AuditEntry.of("identity.signed-out", signedIn.organizationId(), "account", signedIn.accountId())));
    }
}
