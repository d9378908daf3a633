package school.chancery.orders.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** The kinds of orders, as each organization words and signs them. */
@Service
public class KindCatalogue {
    private static final String SELECT = """
            select k.code, k.series, k.name, coalesce(o.title, k.title) title,
                   coalesce(o.legal_basis, k.legal_basis) legal_basis, coalesce(o.body, k.body) body,
                   coalesce(o.signature_kind, k.signature_kind) signature_kind, k.statutory,
                   k.acquaintance = 'REQUIRED' acquaintance_required, k.relation, k.startable,
                   o.kind is not null overridden
            from orders.kinds k left join orders.kind_overrides o on o.kind = k.code and o.organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    KindCatalogue(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<OrderKind> all(UUID organizationId) {
        return jdbc.sql(SELECT + "order by k.series, k.name")
                .param("organization", organizationId)
                .query(OrderKind.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<OrderKind> find(UUID organizationId, String code) {
        return jdbc.sql(SELECT + "where k.code = :code")
                .param("organization", organizationId)
                .param("code", code)
                .query(OrderKind.class)
                .optional();
    }

    OrderKind require(UUID organizationId, String code) {
        return find(organizationId, code).orElseThrow(() -> new IllegalArgumentException("no order kind " + code));
    }

    /** A kind in the common wording, without anybody's own. */
    @Transactional(readOnly = true)
    public OrderKind common(String code) {
        return require(new UUID(0, 0), code);
    }

    /** The annexes a kind brings along, with their fields filled in. */
    List<Annex> annexes(String kind, Map<String, String> values) {
        return annexTemplates(kind).stream()
                .map(annex ->
                        new Annex(new Template(annex.title()).fill(values), new Template(annex.text()).fill(values)))
                .toList();
    }

    List<Annex> annexTemplates(String kind) {
        return jdbc.sql("select title, text from orders.kind_annexes where kind = :kind order by position")
                .param("kind", kind)
                .query(Annex.class)
                .list();
    }

    /** Acts of the registry that a ground can be picked from (F007, F037, F165). */
    @Transactional(readOnly = true)
    public List<LegalAct> legalActs() {
        return jdbc.sql("select code, citation from orders.legal_acts order by citation")
                .query(LegalAct.class)
                .list();
    }

    /** The organization's own wording of a kind; orders that exist already keep theirs. */
    @Transactional
    public void override(UUID organizationId, String code, Wording wording, SignatureKind signatureKind) {
        jdbc.sql("""
                        insert into orders.kind_overrides (organization_id, kind, title, legal_basis, body, signature_kind)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (organization_id, kind) do update set title = excluded.title,
                            legal_basis = excluded.legal_basis, body = excluded.body,
                            signature_kind = excluded.signature_kind""")
                .params(
                        organizationId,
                        code,
                        wording.title(),
                        wording.legalBasis(),
                        wording.body(),
                        signatureKind.name())
                .update();
        audit.record(changed("orders.kind-worded", organizationId, code).with("signature", signatureKind.name()));
    }

    /** Back to the common wording. */
    @Transactional
    public void restore(UUID organizationId, String code) {
        jdbc.sql("delete from orders.kind_overrides where organization_id = ? and kind = ?")
                .params(organizationId, code)
                .update();
        audit.record(changed("orders.kind-restored", organizationId, code));
    }

    private static AuditEntry changed(String action, UUID organizationId, String code) {
        return new AuditEntry(action, organizationId, "order-kind", List.of(), Map.of("kind", code));
    }

    /** An act and how it is cited after «В соответствии с». */
    public record LegalAct(String code, String citation) {}
}
