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

    /**
     * Fields: {@code employeeName}, {@code employeePosition}, {@code ground} (the labour contract); optional
     * {@code access} (roles of the post).
     */
    public static final String EMPLOYEE_HIRING = "employee-hiring";

    /** Fields: {@code employeeName}, {@code employeePosition}, {@code lastDay}, {@code cause}, {@code ground}. */
    public static final String EMPLOYEE_DISMISSAL = "employee-dismissal";

    /** F047; annexed is the table of classes. Optional field: {@code ground}. */
    public static final String CLASS_TEACHER_ALLOCATION = "class-teacher-allocation";

    /**
     * One person. Fields: {@code duty}, {@code employeeName}, {@code employeePosition}; optional {@code ground},
     * {@code lastDay}, {@code task}, {@code formerName} with {@code formerPosition}.
     */
    public static final String DUTY_ASSIGNMENT = "duty-assignment";

    /** Several people, annexed. Fields: {@code duty}; optional {@code ground}, {@code lastDay}, {@code task}. */
    public static final String WORKING_GROUP = "working-group";

    /**
     * Fields: {@code employeeName}, {@code employeePosition}, {@code substitutedName}, {@code substitutedPosition},
     * {@code duty} (the roles), {@code lastDay}; optional {@code ground}.
     */
    public static final String SUBSTITUTION = "substitution";

    /** Fields: {@code studentName}, {@code className}, {@code toClassName}, {@code applicationDate}. */
    public static final String STUDENT_CLASS_CHANGE = "student-class-change";

    /**
     * Statutory. Fields: {@code studentName}, {@code className}, {@code settlement}, {@code region},
     * {@code applicationDate}.
     */
    public static final String STUDENT_DEPARTURE = "student-departure";

    /** Fields: {@code studentName}, {@code className}, {@code sendingOrganization}, {@code applicationDate}. */
    public static final String STUDENT_RECEPTION = "student-reception";

    /** Fields: {@code studentName}, {@code grade}, {@code className}, {@code applicationDate}. */
    public static final String STUDENT_ADMISSION = "student-admission";

    /**
     * Outcomes of a school year; annexed are the names. Fields of all four: {@code council} («педагогического совета
     * (протокол № 9 от 25.05.2027)», follows «решением»), {@code yearLabel}.
     */
    public static final String YEAR_PROMOTION = "year-promotion";

    public static final String YEAR_REPEAT = "year-repeat";

    public static final String YEAR_GRADUATION = "year-graduation";

    /** Level not completed, or left with a statement. */
    public static final String YEAR_OTHER = "year-other";

    /** Fields: {@code yearLabel}, {@code ground} (follows «В соответствии с»), {@code revoked} («приказ № … от …»). */
    public static final String YEAR_UNDO = "year-undo";

    /** Revokes orders of a closing that were not carried out. Fields: {@code yearLabel}, {@code revoked}. */
    public static final String YEAR_CORRECTION = "year-correction";

    /** Started by hand: the commission that holds second attempts at academic debts. */
    public static final String DEBT_COMMISSION = "debt-commission";

    /** Fields: {@code studentName}, {@code className}, {@code toClassName}, {@code applicationDate}. */
    public static final String DEBT_REPEAT = "debt-repeat";

    /**
     * Fields: {@code studentName}, {@code className}, {@code applicationDate}, {@code conclusionNumber},
     * {@code conclusionDate}.
     */
    public static final String DEBT_ADAPTED_PROGRAMME = "debt-adapted-programme";

    /** Fields: {@code studentName}, {@code className}, {@code applicationDate}. */
    public static final String DEBT_INDIVIDUAL_PLAN = "debt-individual-plan";

    private OrderKinds() {}
}
