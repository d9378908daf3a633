package school.chancery.orders.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registered orders and the school's other documents in one list, each reader's own (F094). */
@Service
@Transactional(readOnly = true)
public class DocumentSearch {
    public static final int PAGE_SIZE = 25;

    /** The kind under which registered orders stand in the list. */
    public static final String ORDER = "ORDER";

    // An order is for the office, and for whoever was acquainted with it.
    private static final String ALL = """
            from (
                select 'ORDER' as kind, o.id, o.title, o.number, o.registered_on as dated_on,
                       (select max(s.signer_name) from orders.signatures s
                           where s.order_id = o.id and s.state = 'ACCEPTED') as responsible,
                       o.registered_copy_id as document_id, false as archived
                from orders.orders o
                where o.organization_id = :organization and o.status = 'REGISTERED'
                    and (:office or exists (select from orders.acknowledgements m where m.order_id = o.id
                        and m.organization_id = :organization and m.person_id = :person))
                union all
                select d.kind, d.id, d.title, d.number, d.dated_on, d.responsible_name, d.document_id,
                       d.archived_on is not null
                from orders.internal_documents d
                where d.organization_id = :organization and (:office or :staff and d.audience = 'STAFF')) each
            where (:archived or not each.archived) and (:kind is null or each.kind = :kind)
                and (:text is null or each.title ilike :text or each.number ilike :text or each.responsible ilike :text)
                and (:since is null or each.dated_on >= :since) and (:until is null or each.dated_on <= :until)
            """;

    private final JdbcClient jdbc;

    DocumentSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param text part of the title, the number or the name of whoever answers for it
     * @param kind {@link #ORDER} or a {@link DocumentKind}
     */
    public record Wanted(
            @Nullable String text,
            @Nullable String kind,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            boolean archived) {}

    /** @param responsible who answers for the document, who signed the order; null of an order signed before */
    public record Row(
            String kind,
            UUID id,
            String title,
            @Nullable String number,
            LocalDate datedOn,
            @Nullable String responsible,
            UUID documentId,
            boolean archived) {
        public boolean isOrder() {
            return ORDER.equals(kind);
        }
    }

    /** Newest first. */
    public Page<Row> find(DocumentReader reader, Wanted wanted, int page) {
        var at = PageRequest.of(page, PAGE_SIZE);
        List<Row> rows = bound(
                        "select each.* " + ALL + " order by each.dated_on desc, each.id limit :size offset :start",
                        reader,
                        wanted)
                .param("size", PAGE_SIZE)
                .param("start", at.getOffset())
                .query(Row.class)
                .list();
        var total = bound("select count(*) " + ALL, reader, wanted)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, at, total);
    }

    private JdbcClient.StatementSpec bound(String sql, DocumentReader reader, Wanted wanted) {
        return jdbc.sql(sql)
                .param("organization", reader.organizationId())
                .param("office", reader.office())
                .param("staff", reader.staff())
                .param("person", reader.personId(), Types.OTHER)
                .param("archived", wanted.archived())
                .param("kind", wanted.kind(), Types.VARCHAR)
                .param("text", pattern(wanted.text()), Types.VARCHAR)
                .param("since", wanted.since(), Types.DATE)
                .param("until", wanted.until(), Types.DATE);
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
