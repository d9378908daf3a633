package school.chancery.identity;

import java.util.UUID;

/** An act done for an absent person says so: «за …, по приказу № …». */
public record Substitution(UUID substitutedAccountId, String substitutedName, Ground ground) {}
