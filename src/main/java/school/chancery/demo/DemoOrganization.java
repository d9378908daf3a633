package school.chancery.demo;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import school.chancery.demo.Rows.Cells;
import school.chancery.organization.NewOrganization;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Requisites;

/** An invented organization of an invented town. */
record DemoOrganization(NewOrganization entry) {
    private static final String OFFICE = "district";
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    static DemoOrganization read(Cells row) {
        var type = OrganizationType.valueOf(row.text(1));
        var requisites = new Requisites(row.text(7), row.text(8), row.text(5), row.text(6));
        return new DemoOrganization(new NewOrganization(
                row.text(0), type, row.text(2), row.text(3), row.text(4), officeOf(type), ZONE, requisites));
    }

    private static @Nullable String officeOf(OrganizationType type) {
        return type == OrganizationType.DISTRICT_OFFICE ? null : OFFICE;
    }

    String code() {
        return entry.code();
    }
}
