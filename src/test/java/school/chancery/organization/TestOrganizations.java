package school.chancery.organization;

import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/** An office and schools of a test's own; {@code @Import} it or make one from {@link Organizations}. */
public final class TestOrganizations {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private final Organizations organizations;

    @Autowired
    public TestOrganizations(Organizations organizations) {
        this.organizations = organizations;
    }

    public Organization office() {
        return register(OrganizationType.DISTRICT_OFFICE, null, "Начальник управления");
    }

    public Organization school(Organization office) {
        return register(OrganizationType.SCHOOL, office.code(), "Директор");
    }

    private Organization register(OrganizationType type, String officeCode, String headTitle) {
        var number = COUNTER.incrementAndGet();
        var kind = type == OrganizationType.DISTRICT_OFFICE ? "Управление образования" : "Школа";
        var code = (type == OrganizationType.DISTRICT_OFFICE ? "office-" : "school-") + unique() + "-" + number;
        var added = new NewOrganization(
                code,
                type,
                kind + " города Приморска № " + number,
                kind + " № " + number,
                "г. Приморск",
                officeCode,
                ZoneId.of("Europe/Samara"),
                new Requisites(null, null, null, headTitle));
        return organizations.require(Acting.as(Actor.PRODUCT, () -> organizations.register(added)));
    }

    // Contexts and test runs share a database.
    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
