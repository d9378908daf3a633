package school.chancery.organization.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.organization.ClassKind;
import school.chancery.organization.ClassSizes;
import school.chancery.organization.NewClass;
import school.chancery.organization.Organizations;
import school.chancery.organization.Outcome;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;

@Service
class ClassRegister implements SchoolClasses {
    private static final String SELECT = """
            select id, organization_id, school_year_id, kind, grade, letter, label, profile, capacity, reference_size,
                closed_on, version
            from organization.classes
            """;

    private final JdbcClient jdbc;
    private final SchoolYears years;
    private final Organizations organizations;
    private final RegisterDesk desk;
    private final ObjectProvider<ClassSizes> sizes;
    private final TransactionTemplate transaction;

    ClassRegister(
            JdbcClient jdbc,
            SchoolYears years,
            Organizations organizations,
            RegisterDesk desk,
            ObjectProvider<ClassSizes> sizes,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.years = years;
        this.organizations = organizations;
        this.desk = desk;
        this.sizes = sizes;
        this.transaction = transaction;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SchoolClass> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(ClassRegister::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SchoolClass> ofYear(UUID schoolYearId) {
        return jdbc.sql(SELECT + "where school_year_id = ? order by grade nulls last, kind desc, label")
                .param(schoolYearId)
                .query(ClassRegister::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SchoolClass> byLabel(UUID schoolYearId, String label) {
        return jdbc.sql(SELECT + "where school_year_id = ? and lower(label) = lower(?)")
                .params(schoolYearId, label.strip())
                .query(ClassRegister::read)
                .optional();
    }

    @Override
    @Transactional
    public Outcome open(NewClass added) {
        return open(added.schoolYearId(), List.of(added));
    }

    @Override
    @Transactional
    public Outcome open(UUID schoolYearId, List<NewClass> added) {
        var year = years.find(schoolYearId)
                .orElseThrow(() -> new IllegalArgumentException("no school year " + schoolYearId));
        var organization = organizations.require(year.organizationId());
        desk.take(organization.id());
        var drafts = added.stream().map(ClassDraft::of).toList();
        var reasons = ClassDraft.faults(drafts, organization.type(), ofYear(schoolYearId));
        if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
        for (var draft : drafts) {
            insert(draft, organization.id(), schoolYearId);
            desk.record("organization.class-opened", organization.id(), "class", draft.id());
        }
        return new Outcome.Done(drafts.size() == 1 ? drafts.get(0).id() : schoolYearId);
    }

    @Override
    @Transactional
    public Outcome change(
            UUID id, long version, @Nullable String name, @Nullable String profile, @Nullable Integer capacity) {
        var known = require(id);
        desk.take(known.organizationId());
        var draft = ClassDraft.changed(known, name, profile, capacity);
        var others = ofYear(known.schoolYearId()).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        var organization = organizations.require(known.organizationId());
        var reasons = ClassDraft.faults(List.of(draft), organization.type(), others);
        if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
        var changed = jdbc.sql("""
                        update organization.classes set label = ?, profile = ?, capacity = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                .params(draft.label(), draft.profile(), draft.capacity(), id, version)
                .update();
        if (changed == 0) return new Outcome.Stale();
        desk.record("organization.class-changed", known.organizationId(), "class", id);
        return new Outcome.Done(id);
    }

    // Whatever refers to it, in modules this one does not know, refuses by its key; that ends the transaction.
    @Override
    public Outcome close(UUID id, long version) {
        try {
            return transaction.execute(status -> delete(id, version));
        } catch (DataIntegrityViolationException inUse) {
            return transaction.execute(status -> end(id, version));
        }
    }

    // Whoever is to come later is there on the last day of the year, and so is whoever never leaves.
    private Outcome end(UUID id, long version) {
        var known = require(id);
        desk.take(known.organizationId());
        var year = years.find(known.schoolYearId()).orElseThrow();
        var today = organizations.today(known.organizationId());
        if (isTaken(known, today) || isTaken(known, year.endsOn()))
            return Outcome.refused("", "organization.classes.close.in-use");
        var closed = jdbc.sql("update organization.classes set closed_on = ?, version = version + 1"
                        + " where id = ? and version = ? and closed_on is null")
                .params(today, id, version)
                .update();
        if (closed == 0) return new Outcome.Stale();
        desk.record("organization.class-closed", known.organizationId(), "class", id);
        return new Outcome.Done(id);
    }

    // Nobody to ask keeps enrolments: then what refers to the class is all there is to go by.
    private boolean isTaken(SchoolClass known, LocalDate day) {
        var counted = sizes.getIfAvailable();
        return counted == null || counted.on(List.of(known.schoolYearId()), day).getOrDefault(known.id(), 0) > 0;
    }

    private Outcome delete(UUID id, long version) {
        var known = require(id);
        var gone = jdbc.sql("delete from organization.classes where id = ? and version = ?")
                .params(id, version)
                .update();
        if (gone == 0) return new Outcome.Stale();
        desk.record("organization.class-closed", known.organizationId(), "class", id);
        return new Outcome.Done(id);
    }

    private void insert(ClassDraft draft, UUID organizationId, UUID schoolYearId) {
        jdbc.sql("""
                        insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label,
                            profile, capacity)
                        values (:id, :organization, :year, :kind, :grade, :letter, :label, :profile, :capacity)
                        """)
                .param("id", draft.id())
                .param("organization", organizationId)
                .param("year", schoolYearId)
                .param("kind", draft.kind().name())
                .param("grade", draft.grade())
                .param("letter", draft.letter())
                .param("label", draft.label())
                .param("profile", draft.profile())
                .param("capacity", draft.capacity())
                .update();
    }

    private SchoolClass require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no class " + id));
    }

    static SchoolClass read(ResultSet row, int index) throws SQLException {
        return new SchoolClass(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("school_year_id", UUID.class),
                ClassKind.valueOf(row.getString("kind")),
                row.getObject("grade", Integer.class),
                row.getString("letter"),
                row.getString("label"),
                row.getString("profile"),
                row.getObject("capacity", Integer.class),
                row.getObject("reference_size", Integer.class),
                row.getObject("closed_on", LocalDate.class),
                row.getLong("version"));
    }
}
