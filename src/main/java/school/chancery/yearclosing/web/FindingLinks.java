package school.chancery.yearclosing.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.Findings;

/** Where a finding is mended. */
@Component("findingLinks")
public class FindingLinks {
    /** @return path of the page; null when there is none for it */
    public @Nullable String of(Findings.Row row) {
        return switch (row.check()) {
            case MARK_MISSING -> "/journal/marks/" + row.classId();
            case SUBJECTS_MISSING -> "/journal/marks/" + row.classId() + "/subjects";
            case EXAMS_MISSING -> "/journal/exams/" + row.classId();
            case CLASS_TEACHER_MISSING -> "/people/assign-duty/start";
            case TRANSFER_OPEN -> "/students/transfers";
            default -> row.pupilId() == null ? null : "/people/pupils/" + row.pupilId();
        };
    }
}
