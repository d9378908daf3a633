package school.chancery.organization.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;

@Service
@Transactional(readOnly = true)
class SubjectList implements Subjects {
    private static final String SELECT =
            "select id, organization_id, code, name, short_name, active, version from organization.subjects ";

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SHORT_NAME = 30;

    private final JdbcClient jdbc;
    private final UsualSubjects usual;
    private final RegisterDesk desk;

    SubjectList(JdbcClient jdbc, UsualSubjects usual, RegisterDesk desk) {
        this.jdbc = jdbc;
        this.usual = usual;
        this.desk = desk;
    }

    @Override
    public List<Subject> of(UUID organizationId) {
        return jdbc.sql(SELECT + "where organization_id = ? order by active desc, name")
                .param(organizationId)
                .query(Subject.class)
                .list();
    }

    @Override
    public Optional<Subject> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Subject.class).optional();
    }

    @Override
    public Optional<Subject> byCode(UUID organizationId, String code) {
        return jdbc.sql(SELECT + "where organization_id = ? and code = ?")
                .params(organizationId, code)
                .query(Subject.class)
                .optional();
    }

    @Override
    @Transactional
    public Outcome add(UUID organizationId, String name, String shortName) {
        desk.take(organizationId);
        var subject = new Subject(UUID.randomUUID(), organizationId, "", name.strip(), shortName.strip(), true, 0);
        var reasons = faults(subject);
        if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
        insert(subject, freeCode(organizationId, subject.name()));
        desk.record("organization.subject-added", organizationId, "subject", subject.id());
        return new Outcome.Done(subject.id());
    }

    @Override
    @Transactional
    public Outcome rename(UUID id, long version, String name, String shortName) {
        var subject = require(id);
        desk.take(subject.organizationId());
        var renamed = new Subject(
                id, subject.organizationId(), subject.code(), name.strip(), shortName.strip(), true, version);
        var reasons = faults(renamed);
        if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
        var changed = jdbc.sql("""
                        update organization.subjects set name = ?, short_name = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                .params(renamed.name(), renamed.shortName(), id, version)
                .update();
        return settled(changed, subject, "organization.subject-renamed");
    }

    @Override
    @Transactional
    public Outcome retire(UUID id, long version) {
        return teach(id, version, false, "organization.subject-retired");
    }

    @Override
    @Transactional
    public Outcome restore(UUID id, long version) {
        return teach(id, version, true, "organization.subject-restored");
    }

    private Outcome teach(UUID id, long version, boolean active, String fact) {
        var changed = jdbc.sql(
                        "update organization.subjects set active = ?, version = version + 1 where id = ? and version = ?")
                .params(active, id, version)
                .update();
        return settled(changed, require(id), fact);
    }

    private Outcome settled(int changed, Subject subject, String fact) {
        if (changed == 0) return new Outcome.Stale();
        desk.record(fact, subject.organizationId(), "subject", subject.id());
        return new Outcome.Done(subject.id());
    }

    @Override
    @Transactional
    public int addUsual(UUID organizationId) {
        desk.take(organizationId);
        var known = of(organizationId);
        var missing = usual.all().stream()
                .filter(entry -> known.stream().noneMatch(entry::isThe))
                .toList();
        missing.forEach(entry -> {
            var id = UUID.randomUUID();
            insert(new Subject(id, organizationId, "", entry.name(), entry.shortName(), true, 0), entry.code());
            desk.record("organization.subject-added", organizationId, "subject", id);
        });
        return missing.size();
    }

    @Override
    public String codeFor(String name) {
        return usual.codeOf(name);
    }

    private boolean isTaken(Subject subject) {
        return jdbc.sql("""
                        select exists (select from organization.subjects
                            where organization_id = ? and lower(name) = lower(?) and id <> ?)
                        """)
                .params(subject.organizationId(), subject.name(), subject.id())
                .query(Boolean.class)
                .single();
    }

    private List<Refusal> faults(Subject subject) {
        var faults = new ArrayList<Refusal>();
        if (isBad(subject.name(), LONGEST_NAME)) faults.add(new Refusal("name", "organization.subjects.name.bad"));
        else if (isTaken(subject)) faults.add(new Refusal("name", "organization.subjects.name.taken"));
        if (isBad(subject.shortName(), LONGEST_SHORT_NAME))
            faults.add(new Refusal("shortName", "organization.subjects.short-name.bad"));
        return faults;
    }

    private static boolean isBad(String text, int longest) {
        return text.isEmpty() || text.length() > longest;
    }

    private String freeCode(UUID organizationId, String name) {
        var wanted = usual.codeOf(name);
        var code = wanted;
        for (var number = 2; byCode(organizationId, code).isPresent(); number++) code = wanted + "-" + number;
        return code;
    }

    private void insert(Subject subject, String code) {
        jdbc.sql(
                        "insert into organization.subjects (id, organization_id, code, name, short_name) values (?, ?, ?, ?, ?)")
                .params(subject.id(), subject.organizationId(), code, subject.name(), subject.shortName())
                .update();
    }

    private Subject require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no subject " + id));
    }
}
