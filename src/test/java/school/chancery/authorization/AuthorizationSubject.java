package school.chancery.authorization;

import school.chancery.organization.Organization;

/**
 * A thing of a school that a handler names by its id, made for the matrix: annotate the implementation with
 * {@code @Component} and the matrix asks every admitted role of another school and of another district for it, who must
 * get 404 (or 403), and one of its own school, who must not.
 */
public interface AuthorizationSubject {
    /** As in the table: {@code GET /orders/{id}}. */
    String handler();

    /** Makes the thing in the school and returns the path to it, with parameters. */
    String make(Organization school);
}
