package school.chancery.orders.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.Documents;
import school.chancery.documents.Upload;
import school.chancery.organization.Organizations;

/**
 * Orders issued on paper before the school kept its register here (F002, F034, F072, F164: «приказ № 01-05-034 от
 * 09.01.2023»). Number and date are taken as they stand; such an order causes nothing, its effects happened long ago.
 */
@Service
public class HistoricalOrders {
    private final OrderRepository orders;
    private final KindCatalogue kinds;
    private final PaperNumbers numbers;
    private final Documents documents;
    private final Organizations organizations;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    HistoricalOrders(
            OrderRepository orders,
            KindCatalogue kinds,
            PaperNumbers numbers,
            Documents documents,
            Organizations organizations,
            JdbcClient jdbc,
            Clock clock,
            Audit audit) {
        this.orders = orders;
        this.kinds = kinds;
        this.numbers = numbers;
        this.documents = documents;
        this.organizations = organizations;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * An order of the past as it stands on paper.
     *
     * @param gapReason why the numbers before it are not in the register; null = they are
     */
    public record PaperOrder(
            String kind,
            String number,
            LocalDate on,
            LocalDate effectiveOn,
            String title,
            @Nullable String gapReason) {}

    public sealed interface Answer {
        record Entered(UUID orderId) implements Answer {}

        record Refused(Refusal refusal) implements Answer {}

        /** The numbers from first to last would be left out: the writer looks again, or says why. */
        record LeavesOut(int first, int last) implements Answer {}
    }

    /** Enters it; the same form sent twice enters it once. */
    @Transactional
    public Answer enter(UUID organizationId, UUID formId, UUID accountId, PaperOrder paper, Upload.Accepted scan) {
        if (paper.on().isAfter(organizations.today(organizationId))) return new Answer.Refused(Refusal.DATE_IN_FUTURE);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(formId.toString())
                .query()
                .listOfRows();
        var known = orders.findLive(formId, paper.kind());
        if (known.isPresent()) return new Answer.Entered(known.get().id());
        var series = kinds.require(organizationId, paper.kind()).series();
        var year = paper.on().getYear();
        var answer = numbers.take(organizationId, series, year, paper.number(), paper.gapReason());
        if (answer instanceof PaperNumbers.Answer.LeavesOut gap) return new Answer.LeavesOut(gap.first(), gap.last());
        if (!(answer instanceof PaperNumbers.Answer.Given given)) return new Answer.Refused(Refusal.NUMBER_TAKEN);
        return new Answer.Entered(keep(organizationId, formId, accountId, paper, scan, given.number(), series));
    }

    private UUID keep(
            UUID organizationId,
            UUID formId,
            UUID accountId,
            PaperOrder paper,
            Upload.Accepted scan,
            OrderNumber number,
            Series series) {
        var order = orders.saveAndFlush(draft(organizationId, formId, accountId, paper, series));
        var copy = documents.store(scan.toDocument(organizationId, true));
        order.enterHistorical(Registration.of(number, paper.on(), clock.instant(), null, copy.id()));
        orders.saveAndFlush(order);
        audit.record(AuditEntry.of("orders.historical-order-entered", organizationId, "order", order.id())
                .with("number", paper.number())
                .with("on", paper.on().toString()));
        return order.id();
    }

    private Order draft(UUID organizationId, UUID formId, UUID accountId, PaperOrder paper, Series series) {
        var cause = new Cause(organizationId, paper.kind(), series, formId, accountId, clock.instant(), null, null);
        var content = new Content(paper.title(), "", "", paper.effectiveOn(), List.of(), List.of());
        return new Order(cause, content, Map.of());
    }
}
