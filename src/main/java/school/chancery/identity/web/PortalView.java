package school.chancery.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestContextUtils;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.PortalNotice;
import school.chancery.identity.Role;

/** What the layout shows around a page, for one request. */
public record PortalView(
        HttpServletRequest request,
        @Nullable Person person,
        List<PortalEntry> entries,
        List<PortalNotice.Notice> notices) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    /** Who is signed in, for which organization, and where else they could act. */
    public record Person(
            String name,
            UUID organizationId,
            String organizationName,
            ZoneId zone,
            Set<Role> roles,
            @Nullable Instant previousSignInAt,
            List<Other> others) {}

    /** Links that open together: under a heading, or one that stands by itself. */
    public record Group(@Nullable String key, List<PortalEntry> entries) {}

    /** An organization to switch to. */
    public record Other(UUID id, String shortName) {}

    /** Inside Tasklist's frame header and navigation would stand twice. */
    public boolean framed() {
        return "true".equals(request.getParameter("framed"));
    }

    public String language() {
        return RequestContextUtils.getLocale(request).getLanguage();
    }

    public List<String> otherLanguages() {
        return Languages.SUPPORTED.stream()
                .filter(language -> !language.equals(language()))
                .toList();
    }

    /** The present page with one query parameter changed. */
    public String link(String parameter, Object value) {
        var parameters = new LinkedHashMap<String, List<String>>();
        query().forEach((name, values) -> parameters.put(name, List.of(values)));
        parameters.put(parameter, List.of(value.toString()));
        return parameters.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(each -> encode(one.getKey()) + "=" + encode(each)))
                .collect(Collectors.joining("&", "?", ""));
    }

    // What was posted must not travel into a link.
    private Map<String, String[]> query() {
        return "GET".equals(request.getMethod()) ? request.getParameterMap() : Map.of();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sorts the list by the key; by the same key again the other way round. */
    public String sortLink(String key) {
        return link("sort", key + (sorted(key).equals("asc") ? ",desc" : ",asc"));
    }

    /** A moment by the clock of the active organization. */
    public String time(Instant moment) {
        return TIME.withZone(person == null ? ZoneOffset.UTC : person.zone()).format(moment);
    }

    /** {@code asc} or {@code desc} when the list is sorted by this key, else an empty string. */
    public String sorted(String key) {
        var sort = request.getParameter("sort");
        if (sort == null || !sort.startsWith(key + ",")) return "";
        return sort.endsWith(",desc") ? "desc" : "asc";
    }

    /** Left to right; what an office needs all day stands by itself, the rest is opened where it belongs. */
    public List<Group> groups() {
        var groups = new LinkedHashMap<String, List<PortalEntry>>();
        for (var entry : entries)
            groups.computeIfAbsent(heading(entry), heading -> new ArrayList<>()).add(entry);
        return groups.entrySet().stream()
                .map(group -> new Group(group.getValue().size() > 1 ? group.getKey() : null, group.getValue()))
                .toList();
    }

    private static String heading(PortalEntry entry) {
        var hundred = entry.order() / 100;
        if (hundred == 4) return "layout.group.people";
        if (hundred == 7) return "layout.group.mail";
        return hundred >= 8 ? "layout.group.settings" : entry.path();
    }

    public boolean at(Group group) {
        return group.entries().stream().anyMatch(this::at);
    }

    public boolean at(PortalEntry entry) {
        var path = request.getRequestURI();
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }
}
