package school.chancery.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The organizations of the installation. Names of organizations are no secret: these look-ups are not filtered. */
public interface Organizations {
    Optional<Organization> find(UUID id);

    Optional<Organization> findByCode(String code);

    /** @throws IllegalArgumentException when there is none: an id from our own tables always has one */
    Organization require(UUID id);

    Organization requireByCode(String code);

    /** The schools of an office, by short name; empty for a school. */
    List<Organization> schoolsOf(UUID districtOfficeId);

    /** What documents print of the organization beside its name. */
    Requisites requisites(UUID id);

    /**
     * Takes an organization in, an office with the working-day calendar as we know it; audited. Returns its id.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the code is taken
     */
    UUID register(NewOrganization organization);

    /** The present date in the organization's zone. */
    LocalDate today(UUID organizationId);
}
