package school.chancery.organization;

import org.jspecify.annotations.Nullable;

/**
 * What documents print of an organization beside its name.
 *
 * @param inn 10 digits; null while unknown
 * @param ogrn 13 digits; null while unknown
 * @param address as in the charter; null while unknown
 * @param headTitle how the head signs: «Директор», «Заведующий», «Начальник управления»
 */
public record Requisites(
        @Nullable String inn,
        @Nullable String ogrn,
        @Nullable String address,
        String headTitle) {}
