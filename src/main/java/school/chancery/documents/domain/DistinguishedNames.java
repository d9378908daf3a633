package school.chancery.documents.domain;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.springframework.util.StringUtils;

/** The name in a certificate as a reader wants it: the person, then the common name; no ИНН, no СНИЛС. */
final class DistinguishedNames {
    private DistinguishedNames() {}

    static String readable(X500Name name) {
        var person = Stream.of(part(name, BCStyle.SURNAME), part(name, BCStyle.GIVENNAME))
                .filter(StringUtils::hasText)
                .collect(Collectors.joining(" "));
        var readable = Stream.of(person, part(name, BCStyle.CN))
                .filter(StringUtils::hasText)
                .distinct()
                .collect(Collectors.joining(", "));
        return readable.isEmpty() ? part(name, BCStyle.O) : readable;
    }

    private static String part(X500Name name, ASN1ObjectIdentifier kind) {
        var found = name.getRDNs(kind);
        return found.length == 0
                ? ""
                : IETFUtils.valueToString(found[0].getFirst().getValue());
    }
}
