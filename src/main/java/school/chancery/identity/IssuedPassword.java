package school.chancery.identity;

/** What is told to the owner of an account once, in one answer or on one sheet of paper. */
public record IssuedPassword(String login, String password) {
    @Override
    public String toString() {
        return "IssuedPassword[hidden]";
    }
}
