package school.chancery.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.audit.Acting;
import school.chancery.exchange.Sheets;
import school.chancery.exchange.Town;
import school.chancery.exchange.domain.Import;
import school.chancery.exchange.domain.ImportKinds;
import school.chancery.exchange.domain.ImportState;
import school.chancery.exchange.domain.Imports;
import school.chancery.exchange.domain.Mappings;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.TestOrganizations;

/** A school with its classes open and nobody in them, and the deputy who loads its list. */
final class ImportOffice {
    private static final int ROWS_AT_A_TIME = 5_000;

    private final Product product;
    private final Organization school;
    private final TestPerson deputy;
    private final long seed;
    private final UUID importId = UUID.randomUUID();

    /** @param seed of the families: no two schools have the same */
    ImportOffice(Product product, int pupils, long seed) {
        this.product = product;
        this.seed = seed;
        var organizations = new TestOrganizations(product.bean(Organizations.class));
        this.school = organizations.school(organizations.office());
        this.deputy =
                new TestPeople(product.bean(Accounts.class), product.bean(Roles.class)).person(school, Role.DEPUTY);
        openYear();
        openClasses(pupils);
    }

    private void openYear() {
        var today = product.bean(Organizations.class).today(school.id());
        var begins = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, 9, 1);
        acting(() -> product.bean(SchoolYears.class)
                .open(new NewSchoolYear(school.id(), begins, begins.plusYears(1).minusDays(1))));
    }

    private void openClasses(int pupils) {
        new JdbcTemplate(product.database().owner())
                .batchUpdate(
                        "insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label, capacity)"
                                + " select gen_random_uuid(), organization_id, id, 'CLASS', ?, ?, ?, 25 from organization.school_years"
                                + " where organization_id = ?",
                        Town.classes(pupils).stream()
                                .map(label -> new Object[] {
                                    Integer.valueOf(label.replaceAll("[^0-9].*", "")),
                                    label.replaceFirst("^[0-9]+", ""),
                                    label,
                                    school.id()
                                })
                                .toList());
    }

    Organization school() {
        return school;
    }

    /** The list as a file, in the encoding of Russian Excel; never whole on the heap. */
    Path list(int pupils) {
        try {
            var path = Files.createTempFile("pupils-", ".csv");
            try (var out = Files.newBufferedWriter(path, Sheets.WINDOWS_1251)) {
                write(out, pupils);
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(BufferedWriter out, int pupils) throws IOException {
        out.write(Sheets.csv(List.of(Town.HEADINGS), ';'));
        var town = new Town(seed);
        for (var from = 0; from < pupils; from += ROWS_AT_A_TIME)
            out.write(Sheets.csv(town.pupils(from, Math.min(pupils, from + ROWS_AT_A_TIME), pupils), ';'));
    }

    /** Up to the dry run that the deputy looks at. */
    void check(Path list) {
        var kind = product.bean(ImportKinds.class)
                .find("pupils", List.of(Role.DEPUTY))
                .orElseThrow();
        try (var in = Files.newInputStream(list)) {
            acting(() -> product.bean(Imports.class)
                    .upload(kind, new Imports.Sent(importId, school.id(), "pupils.csv", in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var uploaded = found(ImportState.UPLOADED);
        var mapping = acting(() -> product.bean(Mappings.class).propose(school.id(), kind, uploaded.headings()));
        acting(() -> product.bean(Imports.class).check(uploaded, kind, mapping));
    }

    /** From the confirmation to the commit. */
    void apply() {
        var checked = found(ImportState.CHECKED);
        acting(() -> product.bean(Imports.class).apply(checked));
        found(ImportState.APPLIED);
    }

    private Import found(ImportState state) {
        var found = acting(
                () -> product.bean(Imports.class).find(importId, school.id()).orElseThrow());
        if (found.state() != state || found.faults() > 0)
            throw new AssertionError(found.state() + " with " + found.faults() + " faults, " + found.failure());
        return found;
    }

    int pupils() {
        return new JdbcTemplate(product.database().owner())
                .queryForObject(
                        "select count(*) from students.enrollments e join people.pupils u on u.id = e.pupil_id where u.organization_id = ?",
                        Integer.class,
                        school.id());
    }

    private <T> T acting(Supplier<T> act) {
        return Acting.as(deputy.actor(school), act);
    }
}
