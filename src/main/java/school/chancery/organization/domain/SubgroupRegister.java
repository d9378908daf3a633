package school.chancery.organization.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.organization.Outcome;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.Subgroup;
import school.chancery.organization.Subgroups;
import school.chancery.organization.Subjects;

@Service
class SubgroupRegister implements Subgroups {
    private static final String SELECT =
            "select g.id, g.organization_id, g.class_id, g.subject_id, g.name, g.version from organization.subgroups g ";
    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final SchoolClasses classes;
    private final Subjects subjects;
    private final RegisterDesk desk;
    private final TransactionTemplate transaction;

    SubgroupRegister(
            JdbcClient jdbc,
            SchoolClasses classes,
            Subjects subjects,
            RegisterDesk desk,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.subjects = subjects;
        this.desk = desk;
        this.transaction = transaction;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Subgroup> of(UUID classId) {
        return jdbc.sql(SELECT + """
                        left join organization.subjects s on s.id = g.subject_id
                        where g.class_id = ? order by s.name nulls first, g.name
                        """).param(classId).query(Subgroup.class).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Subgroup> find(UUID id) {
        return jdbc.sql(SELECT + "where g.id = ?")
                .param(id)
                .query(Subgroup.class)
                .optional();
    }

    @Override
    @Transactional
    public Outcome add(UUID classId, @Nullable UUID subjectId, String name) {
        var school = classes.find(classId)
                .orElseThrow(() -> new IllegalArgumentException("no class " + classId))
                .organizationId();
        desk.take(school);
        var added = new Subgroup(UUID.randomUUID(), school, classId, subjectId, name.strip(), 0);
        if (subjectId != null && !isTaught(subjectId, school))
            return Outcome.refused("subjectId", "organization.subgroups.subject.unknown");
        var fault = fault(added);
        if (fault.isPresent()) return Outcome.refused("name", fault.get());
        jdbc.sql(
                        "insert into organization.subgroups (id, organization_id, class_id, subject_id, name) values (?, ?, ?, ?, ?)")
                .params(added.id(), school, classId, subjectId, added.name())
                .update();
        return done("organization.subgroup-added", added);
    }

    @Override
    @Transactional
    public Outcome rename(UUID id, long version, String name) {
        var known = require(id);
        desk.take(known.organizationId());
        var renamed =
                new Subgroup(id, known.organizationId(), known.classId(), known.subjectId(), name.strip(), version);
        var fault = fault(renamed);
        if (fault.isPresent()) return Outcome.refused("name", fault.get());
        var changed = jdbc.sql(
                        "update organization.subgroups set name = ?, version = version + 1 where id = ? and version = ?")
                .params(renamed.name(), id, version)
                .update();
        return changed == 0 ? new Outcome.Stale() : done("organization.subgroup-renamed", renamed);
    }

    // Whatever refers to it, in modules this one does not know, refuses by its key; that ends the transaction.
    @Override
    public Outcome remove(UUID id, long version) {
        try {
            return transaction.execute(status -> delete(id, version));
        } catch (DataIntegrityViolationException inUse) {
            return Outcome.refused("", "organization.subgroups.remove.in-use");
        }
    }

    private Outcome delete(UUID id, long version) {
        var known = require(id);
        var gone = jdbc.sql("delete from organization.subgroups where id = ? and version = ?")
                .params(id, version)
                .update();
        return gone == 0 ? new Outcome.Stale() : done("organization.subgroup-removed", known);
    }

    private boolean isTaught(UUID subjectId, UUID school) {
        return subjects.find(subjectId)
                .filter(subject -> subject.active() && subject.organizationId().equals(school))
                .isPresent();
    }

    private Optional<String> fault(Subgroup wanted) {
        if (wanted.name().isEmpty() || wanted.name().length() > LONGEST_NAME)
            return Optional.of("organization.subgroups.name.bad");
        var taken = jdbc.sql("""
                        select exists (select from organization.subgroups where class_id = ?
                            and subject_id is not distinct from ?::uuid and lower(name) = lower(?) and id <> ?)
                        """)
                .params(wanted.classId(), wanted.subjectId(), wanted.name(), wanted.id())
                .query(Boolean.class)
                .single();
        return taken ? Optional.of("organization.subgroups.name.taken") : Optional.empty();
    }

    private Outcome done(String fact, Subgroup subgroup) {
        desk.record(fact, subgroup.organizationId(), "subgroup", subgroup.id());
        return new Outcome.Done(subgroup.id());
    }

    private Subgroup require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no subgroup " + id));
    }
}
