package school.chancery.workflow;

/** The variables every instance carries; a call activity passes them on. */
public final class CaseVariables {
    /** Code of the organization, at the same time the instance's tenant. */
    public static final ProcessVariable<String> ORGANIZATION = ProcessVariable.code("organization");

    /** Neutral label shown beside task names. */
    public static final ProcessVariable<String> CASE_LABEL = ProcessVariable.code("caseLabel");

    private CaseVariables() {}
}
