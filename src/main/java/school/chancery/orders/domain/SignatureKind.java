package school.chancery.orders.domain;

/** How an order is signed: password again, detached CMS file over the original, or pen and scan. */
public enum SignatureKind {
    SIMPLE,
    QUALIFIED,
    PAPER
}
