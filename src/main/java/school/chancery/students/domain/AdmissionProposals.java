package school.chancery.students.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.Documents;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.people.PersonName;
import school.chancery.people.Persons;

/** Taking in an application for admission: windows, age, dates; a person who is known already stays one person. */
@Service
@Transactional
public class AdmissionProposals {
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private final JdbcClient jdbc;
    private final AdmissionWindows windows;
    private final Persons persons;
    private final SchoolYears years;
    private final Organizations organizations;
    private final Documents documents;
    private final Audit audit;
    private final Clock clock;

    AdmissionProposals(
            JdbcClient jdbc,
            AdmissionWindows windows,
            Persons persons,
            SchoolYears years,
            Organizations organizations,
            Documents documents,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.windows = windows;
        this.persons = persons;
        this.years = years;
        this.organizations = organizations;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    public Answer propose(ProposedAdmission proposed) {
        var year = years.find(proposed.schoolYearId())
                .filter(found -> found.organizationId().equals(proposed.organizationId()));
        if (year.isEmpty())
            return new Answer.Refused(List.of(new Refusal("schoolYearId", "students.refused.unknown-year")));
        var refusals = new ArrayList<Refusal>();
        checkDates(proposed, year.get(), refusals);
        checkAge(proposed, year.get(), refusals);
        checkPlaceElsewhere(proposed, refusals);
        if (proposed.guardianPersonId() != null
                && proposed.guardianPersonId().equals(known(proposed.child(), proposed.bornOn())))
            refusals.add(new Refusal("guardianPerson", "students.refused.guardian-is-child"));
        return refusals.isEmpty() ? new Answer.Accepted(keep(proposed, year.get())) : new Answer.Refused(refusals);
    }

    private void checkDates(ProposedAdmission proposed, SchoolYear year, List<Refusal> refusals) {
        var today = organizations.today(proposed.organizationId());
        ApplicationDate.refusal(proposed.appliedOn(), today)
                .or(() -> closedWindow(proposed, year))
                .ifPresent(refusals::add);
        if (!year.contains(proposed.enrolFrom())) {
            refusals.add(new Refusal("enrolFrom", "students.refused.OTHER_YEAR"));
        } else if (proposed.enrolFrom().isBefore(proposed.appliedOn())) {
            refusals.add(new Refusal("enrolFrom", "students.refused.before-application"));
        }
    }

    private Optional<Refusal> closedWindow(ProposedAdmission proposed, SchoolYear year) {
        var school = proposed.organizationId();
        return windows.isOpen(school, proposed.grade(), year, proposed.appliedOn())
                ? Optional.empty()
                : Optional.of(new Refusal("appliedOn", "students.refused.window-closed", windows.days(school)));
    }

    // 273-ФЗ ст. 67: at least six and a half, at most eight when school begins, otherwise with the founder's
    // permission.
    private static void checkAge(ProposedAdmission proposed, SchoolYear year, List<Refusal> refusals) {
        if (!proposed.bornOn().isBefore(proposed.appliedOn())) {
            refusals.add(new Refusal("bornOn", "students.refused.not-born"));
        } else if (proposed.bornOn().isBefore(OLDEST)) {
            refusals.add(new Refusal("bornOn", "students.refused.too-old"));
        } else if (proposed.grade() == 1 && !proposed.permission()) {
            var start = year.startsOn();
            var ofAge = !proposed.bornOn().isAfter(start.minusYears(6).minusMonths(6))
                    && !proposed.bornOn().isBefore(start.minusYears(8));
            if (!ofAge) refusals.add(new Refusal("permission", "students.refused.age"));
        }
    }

    private void checkPlaceElsewhere(ProposedAdmission proposed, List<Refusal> refusals) {
        var known = known(proposed.child(), proposed.bornOn());
        if (known == null) return;
        var here = jdbc.sql("""
                        select exists (select from students.enrollments e
                            where e.person_id = ? and e.class_kind <> 'ASSOCIATION' and e.days @> cast(? as date))
                        """)
                .params(known, proposed.enrolFrom())
                .query(Boolean.class)
                .single();
        if (here) refusals.add(new Refusal("family", "students.refused.ELSEWHERE"));
        else if (isPupil(known, proposed.organizationId()))
            refusals.add(new Refusal("family", "students.refused.pupil-here"));
    }

    // Nobody is a pupil of one school twice, also when the coming year has no class for them yet.
    private boolean isPupil(UUID personId, UUID organizationId) {
        return jdbc.sql("select exists (select from people.pupils"
                        + " where person_id = ? and organization_id = ? and left_on is null)")
                .params(personId, organizationId)
                .query(Boolean.class)
                .single();
    }

    private @Nullable UUID known(PersonName name, @Nullable LocalDate bornOn) {
        return persons.alike(name, bornOn).stream()
                .filter(Persons.Alike::isNamesake)
                .map(Persons.Alike::person)
                .filter(person -> bornOn != null && Objects.equals(person.bornOn(), bornOn))
                .map(person -> person.id())
                .findFirst()
                .orElse(null);
    }

    private UUID keep(ProposedAdmission proposed, SchoolYear year) {
        var id = UUID.randomUUID();
        var child = known(proposed.child(), proposed.bornOn());
        var scan = proposed.application() == null
                ? null
                : documents.store(proposed.application()).id();
        jdbc.sql("""
                        insert into students.admissions (id, version, organization_id, person_id, family, given, patronymic,
                            born_on, guardian_person_id, guardian_family, guardian_given, guardian_patronymic, guardian_phone,
                            kinship, school_year_id, grade, applied_on, application_document_id, permission, enrol_from,
                            order_due_on, state, proposed_by, proposed_at)
                        values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED', ?, ?)
                        """)
                .params(
                        id,
                        proposed.organizationId(),
                        child == null ? UUID.randomUUID() : child,
                        proposed.child().family(),
                        proposed.child().given(),
                        proposed.child().patronymic(),
                        proposed.bornOn(),
                        proposed.guardianPersonId() == null ? UUID.randomUUID() : proposed.guardianPersonId(),
                        proposed.guardian().family(),
                        proposed.guardian().given(),
                        proposed.guardian().patronymic(),
                        proposed.guardianPhone(),
                        proposed.kinship().name(),
                        year.id(),
                        proposed.grade(),
                        proposed.appliedOn(),
                        scan,
                        proposed.permission(),
                        proposed.enrolFrom(),
                        windows.orderDue(proposed.organizationId(), proposed.grade(), year, proposed.appliedOn()),
                        proposed.by(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(AuditEntry.of("students.admission-requested", proposed.organizationId(), "admission", id));
        return id;
    }
}
