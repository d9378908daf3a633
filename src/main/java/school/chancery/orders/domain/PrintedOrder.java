package school.chancery.orders.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.Organization;

/**
 * An order as it is laid out on paper (ГОСТ Р 7.0.97-2016).
 *
 * @param superior lines above the organization's name
 * @param preamble «В соответствии с …» up to the verb; empty when the order names no ground
 * @param registration null in the original that is signed: its number does not exist yet
 */
public record PrintedOrder(
        List<String> superior,
        String fullName,
        String shortName,
        String locality,
        String title,
        String preamble,
        List<String> paragraphs,
        List<PrintedAnnex> annexes,
        String headPosition,
        String headName,
        @Nullable PrintedRegistration registration) {

    static PrintedOrder of(
            Content content, Letterhead letterhead, Signers.Head head, @Nullable PrintedRegistration registration) {
        return new PrintedOrder(
                letterhead.superior(),
                letterhead.organization().fullName(),
                letterhead.organization().shortName(),
                letterhead.organization().locality(),
                content.title(),
                String.join(", ", lines(content.legalBasis())),
                lines(content.body()),
                content.annexes().stream()
                        .map(annex -> new PrintedAnnex(annex.title(), lines(annex.text())))
                        .toList(),
                head.position(),
                head.name(),
                registration);
    }

    /** Everything before {@link #closing()}. */
    public List<String> text() {
        return paragraphs.subList(0, Math.max(0, paragraphs.size() - 1));
    }

    /** The last paragraph: a signature never stands on a page of its own, where it could be put under anything. */
    public List<String> closing() {
        return paragraphs.subList(text().size(), paragraphs.size());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Who issues the order, below whom. */
    record Letterhead(List<String> superior, Organization organization) {}

    public record PrintedAnnex(String title, List<String> paragraphs) {}

    /**
     * What registration adds to the original.
     *
     * @param backDated the order's date lies before the day it was signed
     */
    public record PrintedRegistration(
            String number, LocalDate on, boolean backDated, SignatureView signature, ZoneId zone) {
        public ZonedDateTime signedAt() {
            return signature.signedAt().atZone(zone);
        }

        public @Nullable ZonedDateTime validFrom() {
            var certificate = signature.certificate();
            return certificate == null ? null : certificate.validFrom().atZone(zone);
        }

        public @Nullable ZonedDateTime validTo() {
            var certificate = signature.certificate();
            return certificate == null ? null : certificate.validTo().atZone(zone);
        }
    }
}
