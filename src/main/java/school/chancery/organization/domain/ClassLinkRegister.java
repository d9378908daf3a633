package school.chancery.organization.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.ClassKind;
import school.chancery.organization.ClassLink;
import school.chancery.organization.ClassLinks;
import school.chancery.organization.Outcome;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;

@Service
@Transactional(readOnly = true)
class ClassLinkRegister implements ClassLinks {
    private static final String FIELD = "toClassId";

    private final JdbcClient jdbc;
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final RegisterDesk desk;

    ClassLinkRegister(JdbcClient jdbc, SchoolClasses classes, SchoolYears years, RegisterDesk desk) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.years = years;
        this.desk = desk;
    }

    @Override
    public List<ClassLink> from(UUID schoolYearId) {
        return jdbc.sql("""
                        select l.from_class_id, l.to_class_id
                        from organization.class_links l join organization.classes f on f.id = l.from_class_id
                        join organization.classes t on t.id = l.to_class_id
                        where f.school_year_id = ? order by f.grade nulls last, f.label, t.label
                        """).param(schoolYearId).query(ClassLink.class).list();
    }

    @Override
    @Transactional
    public Outcome link(UUID fromClassId, UUID toClassId) {
        var from = require(fromClassId);
        var to = require(toClassId);
        desk.take(from.organizationId());
        var fault = fault(from, to);
        if (fault.isPresent()) return Outcome.refused(FIELD, fault.get());
        var added = jdbc.sql("""
                        insert into organization.class_links (from_class_id, to_class_id, organization_id)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(fromClassId, toClassId, from.organizationId())
                .update();
        if (added > 0) desk.record("organization.classes-linked", from.organizationId(), "class", fromClassId);
        return new Outcome.Done(fromClassId);
    }

    @Override
    @Transactional
    public Outcome unlink(UUID fromClassId, UUID toClassId) {
        var from = require(fromClassId);
        var gone = jdbc.sql("delete from organization.class_links where from_class_id = ? and to_class_id = ?")
                .params(fromClassId, toClassId)
                .update();
        if (gone > 0) desk.record("organization.classes-unlinked", from.organizationId(), "class", fromClassId);
        return new Outcome.Done(fromClassId);
    }

    @Override
    @Transactional
    public int linkAlike(UUID schoolYearId) {
        var year = years.find(schoolYearId)
                .orElseThrow(() -> new IllegalArgumentException("no school year " + schoolYearId));
        var next = years.following(schoolYearId);
        if (next.isEmpty()) return 0;
        desk.take(year.organizationId());
        var linked = jdbc.sql("""
                        insert into organization.class_links (from_class_id, to_class_id, organization_id)
                        select f.id, t.id, f.organization_id from organization.classes f
                        join organization.classes t on t.school_year_id = ? and t.kind = f.kind
                            and t.grade is not distinct from f.grade + 1 and t.letter is not distinct from f.letter
                            and (f.kind = 'CLASS' or lower(t.label) = lower(f.label))
                        where f.school_year_id = ?
                            and not exists (select from organization.class_links l where l.from_class_id = f.id)
                        """).params(next.get().id(), schoolYearId).update();
        if (linked > 0) desk.record("organization.classes-linked", year.organizationId(), "school-year", schoolYearId);
        return linked;
    }

    private Optional<String> fault(SchoolClass from, SchoolClass to) {
        var next = years.following(from.schoolYearId());
        if (next.isEmpty() || !next.get().id().equals(to.schoolYearId()))
            return Optional.of("organization.links.not-following");
        if (from.kind() != to.kind()) return Optional.of("organization.links.other-kind");
        if (from.kind() == ClassKind.CLASS && !Objects.equals(to.grade(), next(from)))
            return Optional.of("organization.links.other-grade");
        return Optional.empty();
    }

    private static int next(SchoolClass from) {
        return Objects.requireNonNull(from.grade()) + 1;
    }

    private SchoolClass require(UUID id) {
        return classes.find(id).orElseThrow(() -> new IllegalArgumentException("no class " + id));
    }
}
