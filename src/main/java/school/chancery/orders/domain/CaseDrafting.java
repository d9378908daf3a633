package school.chancery.orders.domain;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.OrderDraft;

/** Drafts that cases need: complete from the start, once per cause. */
@Service
class CaseDrafting {
    private final Drafts drafts;
    private final KindCatalogue kinds;
    private final FieldValues values;
    private final Clock clock;

    CaseDrafting(Drafts drafts, KindCatalogue kinds, FieldValues values, Clock clock) {
        this.drafts = drafts;
        this.kinds = kinds;
        this.values = values;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when the case left out a field or the persons its kind needs: a bug of the caller */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID draft(OrderDraft wanted) {
        return drafts.once(wanted.causedBy(), wanted.kind(), () -> made(wanted));
    }

    private Order made(OrderDraft wanted) {
        var kind = kinds.require(wanted.organizationId(), wanted.kind());
        var fields = values.first(kind, wanted.organizationId(), wanted.fields(), wanted.effectiveOn());
        var content = complete(kind, wanted, fields);
        var cause = new Cause(
                wanted.organizationId(),
                kind.code(),
                kind.series(),
                wanted.causedBy(),
                wanted.initiatorAccountId(),
                clock.instant(),
                null,
                null);
        fields.keySet().removeAll(FieldValues.KNOWN);
        return new Order(cause, content, fields);
    }

    private Content complete(OrderKind kind, OrderDraft wanted, Map<String, String> fields) {
        if (kind.acquaintanceRequired() && wanted.acquaint().isEmpty()) {
            throw new IllegalArgumentException("order kind " + kind.code() + " needs persons to acquaint");
        }
        var wording = kind.worded(fields);
        var annexes = annexes(kind, wanted, fields);
        checkFilled(kind, wording, annexes);
        return new Content(
                wording.title(),
                wording.legalBasis(),
                wording.body(),
                wanted.effectiveOn(),
                annexes,
                wanted.acquaint().stream()
                        .map(person -> new Acquaintance(person.personId(), person.name(), person.position()))
                        .toList());
    }

    private List<Annex> annexes(OrderKind kind, OrderDraft wanted, Map<String, String> fields) {
        if (wanted.annexes().isEmpty()) return kinds.annexes(kind.code(), fields);
        return wanted.annexes().stream()
                .map(annex -> new Annex(annex.title(), annex.text()))
                .toList();
    }

    private static void checkFilled(OrderKind kind, Wording wording, List<Annex> annexes) {
        var unfilled = new LinkedHashSet<>(wording.unfilled());
        annexes.forEach(annex -> unfilled.addAll(Template.unfilled(annex.title() + annex.text())));
        if (!unfilled.isEmpty()) {
            throw new IllegalArgumentException("order kind " + kind.code() + " lacks " + unfilled);
        }
    }
}
