package school.chancery.people.domain;

import static school.chancery.organization.DocumentLanguage.RUSSIAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;
import school.chancery.people.BlockedPersons;
import school.chancery.people.GuardianCard;
import school.chancery.people.Persons;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;
import school.chancery.people.domain.Consents.NewConsent;
import school.chancery.people.domain.Consents.Purpose;
import school.chancery.people.domain.ProposedGuardian.Agreement;

/** Who answers for a child, entered by hand: the person, the kinship and the person's own consent at once. */
@Service
@Transactional
public class Guardianships {
    private final Pupils pupils;
    private final Persons persons;
    private final Consents consents;
    private final BlockedPersons blocked;
    private final Organizations organizations;
    private final MessageSource messages;

    Guardianships(
            Pupils pupils,
            Persons persons,
            Consents consents,
            BlockedPersons blocked,
            Organizations organizations,
            MessageSource messages) {
        this.pupils = pupils;
        this.persons = persons;
        this.consents = consents;
        this.blocked = blocked;
        this.organizations = organizations;
        this.messages = messages;
    }

    public Outcome add(PupilCard pupil, ProposedGuardian proposed) {
        var refusals = refusals(pupil, proposed);
        if (!refusals.isEmpty()) return new Outcome.Refused(refusals);
        if (!proposed.known()) persons.enter(proposed.person());
        pupils.addGuardian(proposed.guardian());
        if (proposed.agreement() != null) agree(proposed, proposed.agreement());
        return new Outcome.Done(proposed.guardian().personId());
    }

    private void agree(ProposedGuardian proposed, Agreement agreement) {
        var person = proposed.guardian().personId();
        if (consents.isInForce(proposed.organizationId(), person, Purpose.PROCESSING)) return;
        consents.record(new NewConsent(
                proposed.organizationId(),
                person,
                person,
                agreement.textId(),
                messages.getMessage("people.guardian.scope", null, RUSSIAN),
                agreement.on(),
                null,
                proposed.by()));
    }

    private List<Refusal> refusals(PupilCard pupil, ProposedGuardian proposed) {
        var refusals = new ArrayList<Refusal>();
        var person = proposed.guardian().personId();
        // While processing is stopped nothing is collected either (152-ФЗ ст. 3, 21).
        if (blocked.isBlocked(pupil.organizationId(), pupil.personId()))
            refusals.add(new Refusal("", "people.refused.blocked"));
        if (person.equals(pupil.personId())) refusals.add(new Refusal("person", "people.refused.guards-self"));
        if (pupils.guardians(pupil.id()).stream().map(GuardianCard::personId).anyMatch(person::equals))
            refusals.add(new Refusal("person", "people.refused.guardian-already"));
        if (isYounger(proposed.person().bornOn(), pupil.bornOn()))
            refusals.add(new Refusal("bornOn", "people.refused.guardian-younger"));
        agreement(proposed, refusals);
        return refusals;
    }

    private static boolean isYounger(@Nullable LocalDate guardian, @Nullable LocalDate child) {
        return guardian != null && child != null && !guardian.isBefore(child);
    }

    // Telephone and mail are given of one's own will, so they are kept by consent (152-ФЗ ст. 6 ч. 1 п. 1).
    private void agreement(ProposedGuardian proposed, List<Refusal> refusals) {
        var agreement = proposed.agreement();
        if (agreement == null) {
            if (proposed.hasContacts()
                    && !consents.isInForce(
                            proposed.organizationId(), proposed.guardian().personId(), Purpose.PROCESSING))
                refusals.add(new Refusal("agreedOn", "people.refused.contacts-by-consent"));
            return;
        }
        if (agreement.on().isAfter(organizations.today(proposed.organizationId())))
            refusals.add(new Refusal("agreedOn", "people.refused.future"));
        if (consents.texts(proposed.organizationId()).stream()
                .noneMatch(text -> text.id().equals(agreement.textId()) && text.purpose() == Purpose.PROCESSING))
            refusals.add(new Refusal("consentTextId", "people.refused.old-wording"));
    }
}
