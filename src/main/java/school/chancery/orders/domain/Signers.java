package school.chancery.orders.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import school.chancery.identity.Role;
import school.chancery.identity.RoleHolder;
import school.chancery.identity.Roles;
import school.chancery.identity.Substitution;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;

/** Who may sign for an organization on a day: its head, or whoever an order puts in the head's place for that day. */
@Component
class Signers {
    private final Roles roles;
    private final Organizations organizations;
    private final DocumentTexts texts;

    Signers(Roles roles, Organizations organizations, DocumentTexts texts) {
        this.roles = roles;
        this.organizations = organizations;
        this.texts = texts;
    }

    /** Empty when the account has no right to sign there that day. */
    Optional<Signer> find(UUID accountId, UUID organizationId, LocalDate on) {
        return holders(organizationId, on)
                .filter(holder -> holder.accountId().equals(accountId))
                .map(holder -> signer(organizationId, holder))
                .findFirst();
    }

    /** Everybody who could have signed that day, the head before the substitutes. */
    List<Signer> all(UUID organizationId, LocalDate on) {
        return holders(organizationId, on)
                .map(holder -> signer(organizationId, holder))
                .toList();
    }

    private Stream<RoleHolder> holders(UUID organizationId, LocalDate on) {
        return roles.inForce(organizationId, headRole(organizationId), on).stream();
    }

    private Signer signer(UUID organizationId, RoleHolder holder) {
        return new Signer(
                holder.accountId(),
                holder.displayName(),
                position(organizationId, holder.substitution().isPresent()),
                holder.substitution().map(this::onBehalf).orElse(null));
    }

    /** Printed below the text before anybody has signed: position, and the head's name when there is one. */
    Head head(UUID organizationId, LocalDate on) {
        var name = holders(organizationId, on)
                .filter(holder -> holder.substitution().isEmpty())
                .map(RoleHolder::displayName)
                .findFirst()
                .orElse("");
        return new Head(position(organizationId, false), name);
    }

    record Head(String position, String name) {}

    private Role headRole(UUID organizationId) {
        var type = organizations.require(organizationId).type();
        return type == OrganizationType.DISTRICT_OFFICE ? Role.DISTRICT_HEAD : Role.DIRECTOR;
    }

    private String position(UUID organizationId, boolean acting) {
        var title = organizations.requisites(organizationId).headTitle();
        return acting ? texts.text("orders.acting-head", title) : title;
    }

    private String onBehalf(Substitution substitution) {
        var ground = substitution.ground().text();
        var key = ground.startsWith("приказ ") ? "orders.on-behalf.order" : "orders.on-behalf.other";
        var told = ground.startsWith("приказ ") ? ground.substring("приказ ".length()) : ground;
        return texts.text(key, substitution.substitutedName(), told);
    }
}
