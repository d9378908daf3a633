package school.chancery.orders;

/**
 * Codes of the order kinds that other modules ask for, with the fields their templates need. Filled in by the register
 * itself: {@code effectiveOn}, {@code organization}, {@code organizationShort}, {@code dutiesNumber} (next number of a
 * numbered local act). A line of the template whose optional field is empty is left out.
 */
public final class OrderKinds {
    /**
     * F004; annexed are the functional duties (F003). Fields: {@code platform} (bare name, printed in «»),
     * {@code role} (genitive: «администратора», «дополнительного администратора»), {@code employeeName},
     * {@code employeePosition}; optional {@code ground} (follows «В соответствии с»), {@code replacedName} with
     * {@code replacedPosition}, {@code dutiesNumber}.
     */
    public static final String PLATFORM_ADMINISTRATOR_APPOINTMENT = "platform-administrator-appointment";

    /**
     * Fields: {@code platform}, {@code role} (genitive), {@code employeeName}, {@code employeePosition}; optional
     * {@code ground}, {@code reason}.
     */
    public static final String PLATFORM_ADMINISTRATOR_RELIEF = "platform-administrator-relief";

    /**
     * Statutory: can be signed or returned, not rejected. Fields: {@code studentName}, {@code className},
     * {@code receivingOrganization}, {@code applicationDate}.
     */
    public static final String STUDENT_WITHDRAWAL = "student-withdrawal";

    private OrderKinds() {}
}
