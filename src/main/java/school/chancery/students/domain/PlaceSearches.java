package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.people.PersonName;
import school.chancery.students.domain.PlaceSearchView.State;

/** The district looks for a school when the chosen one has no place or keeps silent. */
@Service
@Transactional
public class PlaceSearches {
    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    PlaceSearches(JdbcClient jdbc, Organizations organizations, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<PlaceSearchView> find(UUID id) {
        return one("id = :id", id);
    }

    /** @throws IllegalArgumentException when there is none that the actor sees */
    @Transactional(readOnly = true)
    public PlaceSearchView require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("place search " + id));
    }

    /** Asks the office of the school that is left; asked already = no change. */
    public PlaceSearchView ask(PlaceRequestView unanswered) {
        var open = one("transfer_id = :id and state = 'OPEN'", unanswered.transferId());
        return open.orElseGet(() -> insert(unanswered));
    }

    /** Where the office has sent the transfer last; empty when it was not asked, or found nothing. */
    Optional<UUID> found(UUID transferId) {
        return one("transfer_id = :id and state = 'FOUND'", transferId).map(PlaceSearchView::foundOrganizationId);
    }

    boolean isWithoutSchool(UUID transferId) {
        return one("transfer_id = :id and state = 'NONE'", transferId).isPresent();
    }

    /** The search that is open when the parents take their application back, closed. */
    Optional<PlaceSearchView> withdraw(UUID transferId) {
        var open = one("transfer_id = :id and state = 'OPEN'", transferId);
        open.ifPresent(search -> jdbc.sql(
                        "update students.place_searches set state = 'WITHDRAWN', version = version + 1 where id = ?")
                .param(search.id())
                .update());
        return open;
    }

    /** Another school of the office's own, of the same type, that has not refused in this case. */
    public Answer find(UUID id, UUID organizationId, UUID by) {
        var search = require(id);
        var schools = schools(search);
        if (schools.stream().noneMatch(school -> school.id().equals(organizationId)))
            return new Answer.Refused(List.of(new Refusal("foundOrganizationId", "students.refused.unknown-school")));
        return settle(search, State.FOUND, organizationId, null, by);
    }

    public Answer giveUp(UUID id, String reason, UUID by) {
        return settle(require(id), State.NONE, null, reason, by);
    }

    /** Schools the child could go to. */
    @Transactional(readOnly = true)
    public List<Organization> schools(PlaceSearchView search) {
        var type = organizations.require(search.sendingOrganizationId()).type();
        var left = refused(search);
        left.add(search.sendingOrganizationId());
        return organizations.schoolsOf(search.organizationId()).stream()
                .filter(school -> school.type() == type)
                .filter(school -> !left.contains(school.id()))
                .toList();
    }

    /** Schools that have refused in this case or kept silent, the first first: each was a reason to ask the office. */
    @Transactional(readOnly = true)
    public Set<UUID> refused(PlaceSearchView search) {
        return new LinkedHashSet<>(jdbc.sql("""
                        select refused_organization_id from students.place_searches
                        where transfer_id = ? and organization_id = ? order by asked_at
                        """)
                .params(search.transferId(), search.organizationId())
                .query(UUID.class)
                .list());
    }

    private Answer settle(PlaceSearchView search, State state, @Nullable UUID found, @Nullable String reason, UUID by) {
        var changed = jdbc.sql("""
                        update students.place_searches set state = ?, found_organization_id = ?, reason = ?,
                            answered_by = ?, answered_at = ?, version = version + 1
                        where id = ? and state = 'OPEN'
                        """)
                .params(state.name(), found, reason, by, clock.instant().atOffset(ZoneOffset.UTC), search.id())
                .update();
        if (changed == 0) return new Answer.Refused(List.of(new Refusal("", "students.refused.request-over")));
        audit.record(
                AuditEntry.of("students.place-search-settled", search.organizationId(), "place-search", search.id()));
        return new Answer.Accepted(search.id());
    }

    private PlaceSearchView insert(PlaceRequestView request) {
        var id = UUID.randomUUID();
        var newcomer = request.newcomer();
        var office = organizations.require(request.sendingOrganizationId()).districtOfficeId();
        jdbc.sql("""
                        insert into students.place_searches (id, version, organization_id, transfer_id,
                            sending_organization_id, refused_organization_id, family, given, patronymic, born_on, grade,
                            class_label, profile, wanted_on, refusal, state, asked_at)
                        values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
                        """)
                .params(
                        id,
                        Objects.requireNonNull(office),
                        request.transferId(),
                        request.sendingOrganizationId(),
                        request.organizationId(),
                        newcomer.name().family(),
                        newcomer.name().given(),
                        newcomer.name().patronymic(),
                        newcomer.bornOn(),
                        newcomer.grade(),
                        newcomer.classLabel(),
                        newcomer.profile(),
                        request.wantedOn(),
                        request.reason(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return require(id);
    }

    private Optional<PlaceSearchView> one(String where, UUID id) {
        return jdbc.sql("select * from students.place_searches where " + where + " order by asked_at desc limit 1")
                .param("id", id)
                .query(PlaceSearches::view)
                .optional();
    }

    private static PlaceSearchView view(ResultSet row, int index) throws SQLException {
        return new PlaceSearchView(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("transfer_id", UUID.class),
                row.getObject("sending_organization_id", UUID.class),
                row.getObject("refused_organization_id", UUID.class),
                new Newcomer(
                        new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic")),
                        row.getObject("born_on", LocalDate.class),
                        row.getObject("grade", Integer.class),
                        row.getString("class_label"),
                        row.getString("profile")),
                row.getObject("wanted_on", LocalDate.class),
                row.getString("refusal"),
                State.valueOf(row.getString("state")),
                row.getObject("found_organization_id", UUID.class),
                row.getString("reason"));
    }
}
