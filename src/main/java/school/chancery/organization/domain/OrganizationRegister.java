package school.chancery.organization.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.NewOrganization;
import school.chancery.organization.Organization;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;
import school.chancery.organization.Requisites;
import school.chancery.organization.domain.Remembered.Known;

@Service
class OrganizationRegister implements Organizations {
    private static final String SELECT = """
            select id, code, type, full_name, short_name, locality, district_office_id, zone, inn, ogrn, address, head_title
            from organization.organizations
            """;
    // The office above comes along: it is asked for next more often than not.
    private static final String WITH_OFFICE =
            " where %1$s = :value or id = (select district_office_id from organization.organizations where %1$s = :value)";
    private static final String INSERT = """
            insert into organization.organizations
                (id, code, type, full_name, short_name, locality, district_office_id, zone, inn, ogrn, address, head_title)
            values (:id, :code, :type, :fullName, :shortName, :locality, :office, :zone, :inn, :ogrn, :address, :headTitle)
            """;

    private final JdbcClient jdbc;
    private final CalendarBook calendars;
    private final Audit audit;
    private final Clock clock;

    OrganizationRegister(JdbcClient jdbc, CalendarBook calendars, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Organization> find(UUID id) {
        return known(id).map(Known::organization);
    }

    private Optional<Known> known(UUID id) {
        return Remembered.here().find(id, () -> withOffice("id", id));
    }

    @Override
    public Optional<Organization> findByCode(String code) {
        return Remembered.here().find(code, () -> withOffice("code", code)).map(Known::organization);
    }

    private List<Known> withOffice(String column, Object value) {
        return jdbc.sql(SELECT + WITH_OFFICE.formatted(column))
                .param("value", value)
                .query((row, number) -> new Known(read(row, number), requisites(row)))
                .list();
    }

    @Override
    public Organization require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no organization " + id));
    }

    @Override
    public Organization requireByCode(String code) {
        return findByCode(code).orElseThrow(() -> new IllegalArgumentException("no organization " + code));
    }

    @Override
    public List<Organization> schoolsOf(UUID districtOfficeId) {
        return jdbc.sql(SELECT + "where district_office_id = ? order by short_name, code")
                .param(districtOfficeId)
                .query(OrganizationRegister::read)
                .list();
    }

    @Override
    public Requisites requisites(UUID id) {
        return known(id).orElseThrow().requisites();
    }

    @Override
    public LocalDate today(UUID organizationId) {
        return LocalDate.now(clock.withZone(require(organizationId).zone()));
    }

    @Override
    @Transactional
    public UUID register(NewOrganization organization) {
        var id = UUID.randomUUID();
        insert(id, organization);
        if (organization.type() == OrganizationType.DISTRICT_OFFICE) calendars.fill(id);
        audit.record(AuditEntry.of("organization.organization-registered", id, "organization", id)
                .with("code", organization.code()));
        return id;
    }

    private void insert(UUID id, NewOrganization organization) {
        var requisites = organization.requisites();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("code", organization.code())
                .param("type", organization.type().name())
                .param("fullName", organization.fullName())
                .param("shortName", organization.shortName())
                .param("locality", organization.locality())
                .param("office", office(organization.districtOfficeCode()))
                .param("zone", organization.zone().getId())
                .param("inn", requisites.inn())
                .param("ogrn", requisites.ogrn())
                .param("address", requisites.address())
                .param("headTitle", requisites.headTitle())
                .update();
    }

    private @Nullable UUID office(@Nullable String code) {
        return code == null ? null : requireByCode(code).id();
    }

    private static Organization read(ResultSet row, int number) throws SQLException {
        return new Organization(
                row.getObject("id", UUID.class),
                row.getString("code"),
                OrganizationType.valueOf(row.getString("type")),
                row.getString("full_name"),
                row.getString("short_name"),
                row.getString("locality"),
                row.getObject("district_office_id", UUID.class),
                ZoneId.of(row.getString("zone")));
    }

    private static Requisites requisites(ResultSet row) throws SQLException {
        return new Requisites(
                row.getString("inn"), row.getString("ogrn"), row.getString("address"), row.getString("head_title"));
    }
}
