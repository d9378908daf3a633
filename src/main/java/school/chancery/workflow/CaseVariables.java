package school.chancery.workflow;

import java.time.LocalDate;

/** The variables every instance carries; a call activity passes them on. */
public final class CaseVariables {
    /** Code of the organization, at the same time the instance's tenant. */
    public static final ProcessVariable<String> ORGANIZATION = ProcessVariable.code("organization");

    /** Neutral label shown beside task names. */
    public static final ProcessVariable<String> CASE_LABEL = ProcessVariable.code("caseLabel");

    /**
     * Latest day that the law leaves, for a called case whose tasks have longer terms of their own: none of them is due
     * later.
     */
    public static final ProcessVariable<LocalDate> DUE_ON = ProcessVariable.date("dueOn");

    private CaseVariables() {}
}
