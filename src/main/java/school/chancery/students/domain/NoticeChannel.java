package school.chancery.students.domain;

/** How the receiving school told that the child is enrolled. */
public enum NoticeChannel {
    SYSTEM,
    HAND,
    MAIL
}
