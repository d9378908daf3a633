package school.chancery.platform.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.platform.process.RegisterOrganizationProcess.Approval;

record ApproveApplicationForm(
        @NotNull @Nullable Approval approval,
        @Size(max = 2000) @Nullable String words) {
    static final ApproveApplicationForm EMPTY = new ApproveApplicationForm(null, null);

    void check(Errors faults) {
        if (approval == Approval.RETURN && words == null) faults.rejectValue("words", "platform.refused.reason");
    }
}
