package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.SchoolClasses;
import school.chancery.people.GuardianCard.Kinship;
import school.chancery.people.PersonName;

/** Applications for admission, each step from a state that permits it. */
@Service
@Transactional
public class Admissions {
    private final JdbcClient jdbc;
    private final Places places;
    private final SchoolClasses classes;
    private final Audit audit;

    Admissions(JdbcClient jdbc, Places places, SchoolClasses classes, Audit audit) {
        this.jdbc = jdbc;
        this.places = places;
        this.classes = classes;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<AdmissionView> find(UUID id) {
        return jdbc.sql("select * from students.admissions where id = ?")
                .param(id)
                .query(Admissions::view)
                .optional();
    }

    /** @throws IllegalArgumentException when there is none that the actor sees */
    @Transactional(readOnly = true)
    public AdmissionView require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("admission " + id));
    }

    /** The documents are there; which ones is written down. */
    public void accept(UUID id, Set<AdmissionDocument> documents) {
        var names = documents.stream().map(Enum::name).sorted().toArray(String[]::new);
        change(id, "state = 'ACCEPTED', documents = ?", AdmissionState.REQUESTED, names);
        record("students.documents-accepted", id);
    }

    /** Why nothing will come of it; the case ends it. */
    public void giveReason(UUID id, String reason) {
        jdbc.sql("update students.admissions set reason = ?, version = version + 1 where id = ?")
                .params(reason, id)
                .update();
    }

    public Optional<Refusal> place(UUID id, UUID classId) {
        var admission = require(id);
        var to = classes.find(classId).filter(each -> each.organizationId().equals(admission.organizationId()));
        if (to.isEmpty()) return refusal("unknown-class");
        if (!to.get().schoolYearId().equals(admission.schoolYearId())) return refusal("OTHER_YEAR");
        if (!Integer.valueOf(admission.grade()).equals(to.get().grade())) return refusal("other-grade");
        if (places.isFull(to.get(), admission.enrolFrom())) return refusal("class-full");
        change(id, "state = 'PLACED', class_id = ?", AdmissionState.ACCEPTED, classId);
        record("students.place-assigned", id);
        return Optional.empty();
    }

    /** Ended already = no change. */
    public DropReason drop(UUID id) {
        var admission = require(id);
        if (admission.dropReason() != null) return admission.dropReason();
        var reason = switch (admission.state()) {
            case REQUESTED -> DropReason.DOCUMENTS_MISSING;
            case ACCEPTED -> DropReason.NO_PLACE;
            default -> DropReason.ORDER_REJECTED;
        };
        change(id, "state = 'DROPPED', drop_reason = ?", admission.state(), reason.name());
        record("students.admission-dropped", id);
        return reason;
    }

    void enrolled(UUID id, UUID orderId) {
        change(id, "state = 'ENROLLED', order_id = ?", AdmissionState.PLACED, orderId);
        record("students.newcomer-enrolled", id);
    }

    private void change(UUID id, String set, AdmissionState expected, @Nullable Object value) {
        var changed = jdbc.sql(
                        "update students.admissions set " + set + ", version = version + 1 where id = ? and state = ?")
                .params(value, id, expected.name())
                .update();
        // Somebody was first: said as such, it is a conflict and no fault of the product.
        if (changed != 1) throw new OptimisticLockingFailureException("admission " + id + " is not " + expected);
    }

    private void record(String action, UUID id) {
        audit.record(AuditEntry.of(action, require(id).organizationId(), "admission", id));
    }

    private static Optional<Refusal> refusal(String reason) {
        return Optional.of(new Refusal("classId", "students.refused." + reason));
    }

    private static AdmissionView view(ResultSet row, int index) throws SQLException {
        var drop = row.getString("drop_reason");
        return new AdmissionView(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("person_id", UUID.class),
                new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic")),
                row.getObject("born_on", LocalDate.class),
                row.getObject("guardian_person_id", UUID.class),
                new PersonName(
                        row.getString("guardian_family"),
                        row.getString("guardian_given"),
                        row.getString("guardian_patronymic")),
                row.getString("guardian_phone"),
                Kinship.valueOf(row.getString("kinship")),
                row.getObject("school_year_id", UUID.class),
                row.getInt("grade"),
                row.getObject("applied_on", LocalDate.class),
                row.getObject("application_document_id", UUID.class),
                row.getBoolean("permission"),
                row.getObject("enrol_from", LocalDate.class),
                row.getObject("order_due_on", LocalDate.class),
                AdmissionState.valueOf(row.getString("state")),
                drop == null ? null : DropReason.valueOf(drop),
                row.getString("reason"),
                List.copyOf(Arrays.asList((String[]) row.getArray("documents").getArray())),
                row.getObject("class_id", UUID.class),
                row.getObject("proposed_by", UUID.class),
                row.getObject("order_id", UUID.class));
    }
}
